package health.vigil.app.security;

import health.vigil.app.reading.ReadModels;
import health.vigil.projection.ward.FindWardBoard;
import health.vigil.projection.ward.WardBoard;
import health.vigil.ward.WardId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Says once of an actor, in the log of the application, that a token names a role or a ward that
 * nobody knows here. Its bearer is told 403 and no more, and names of groups are typed by hand.
 */
@Singleton
class OddTokens {
  private static final Logger LOG = Logger.getLogger(OddTokens.class);
  private static final int ACTORS = 10_000;
  private static final int WARDS = 100;
  private static final Pattern IN_ONE_WORD = Pattern.compile("[\\x21-\\x7e]{1,100}");

  private final Groups groups;
  private final LookUps lookUps;
  private final Predicate<WardId> hasBeds;
  private final Consumer<String> log;
  private final Set<String> met = Collections.newSetFromMap(bounded());

  @Inject
  OddTokens(Groups groups, LookUps lookUps, ReadModels readModels, Clock clock) {
    this(
        groups,
        lookUps,
        ward ->
            !readModels
                .ask(new FindWardBoard(ward, clock.instant()), WardBoard.class)
                .rows()
                .isEmpty(),
        LOG::warn);
  }

  OddTokens(Groups groups, LookUps lookUps, Predicate<WardId> hasBeds, Consumer<String> log) {
    this.groups = groups;
    this.lookUps = lookUps;
    this.hasBeds = hasBeds;
    this.log = log;
  }

  /**
   * Never waits, never fails.
   *
   * @param inGroups as the token has them
   */
  void meet(Actor actor, Collection<String> inGroups) {
    if (isFirst(actor.id())) {
      groups.meaningless(inGroups).stream()
          .limit(WARDS)
          .forEach(group -> tell(actor, "is in a group that means nothing here", group));
      lookFor(actor);
    }
  }

  private void lookFor(Actor actor) {
    List<WardId> wards =
        actor.roles().values().stream()
            .flatMap(held -> held.named().stream())
            .distinct()
            .limit(WARDS)
            .toList();
    if (!wards.isEmpty()) {
      @SuppressWarnings("unused") // what fails is tried with the next token
      var later =
          lookUps
              .ask(actor.id(), () -> wards.stream().filter(hasBeds.negate()).toList())
              .whenComplete((found, failure) -> tellOf(actor, found, failure));
    }
  }

  private void tellOf(Actor actor, List<WardId> found, Throwable failure) {
    if (failure != null) {
      forget(actor.id());
      return;
    }
    found.forEach(ward -> tell(actor, "has a role in a ward that no bed has", ward.value()));
  }

  private void tell(Actor actor, String what, String name) {
    String shown = IN_ONE_WORD.matcher(name).matches() ? name : "(not printable)";
    log.accept("The token of " + actor.id() + " " + what + ": " + shown + ".");
  }

  private synchronized boolean isFirst(String actor) {
    return met.add(actor);
  }

  private synchronized void forget(String actor) {
    met.remove(actor);
  }

  private static Map<String, Boolean> bounded() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
        return size() > ACTORS;
      }
    };
  }
}
