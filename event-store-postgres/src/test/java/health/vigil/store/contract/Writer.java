package health.vigil.store.contract;

import health.vigil.store.contract.Outcome.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A client with a stream of its own that now and then also writes to streams that everybody writes
 * to, and now and then repeats a key. What it does is a function of its seed and of the answers.
 */
final class Writer {

  private static final int CONTESTED_STREAMS = 4;

  private final String name;
  private final Caller caller;
  private final SplittableRandom random;
  private final List<Intent> recorded = new ArrayList<>();
  private long ownSequence;
  private int number;

  Writer(String name, Caller caller, long seed) {
    this.name = name;
    this.caller = caller;
    this.random = new SplittableRandom(seed + name.hashCode());
  }

  /** One append, repeated until it is known what became of it. */
  void write() throws InterruptedException {
    int dice = random.nextInt(100);
    if (dice < 10 && !recorded.isEmpty()) {
      repeat(recorded.get(random.nextInt(recorded.size())));
    } else if (dice < 55) {
      append(own(random.nextInt(1, 5)));
    } else if (dice < 75) {
      append(contested(random.nextInt(1, 4)));
    } else {
      List<Place> both = new ArrayList<>(own(random.nextInt(1, 3)));
      both.addAll(contested(random.nextInt(1, 3)));
      append(both);
    }
  }

  private void append(List<Place> places) throws InterruptedException {
    Intent intent = new Intent(name + "-" + number++, places);
    Outcome outcome = caller.settle(intent);
    if (outcome.isRecorded()) {
      recorded.add(intent);
      ownSequence += places.stream().filter(place -> place.stream().equals(name)).count();
    }
  }

  /** As a request that came twice and was decided anew: other places, the same key. */
  private void repeat(Intent first) throws InterruptedException {
    Outcome outcome = caller.settle(first.movedTo(own(first.places().size())));
    if (outcome.is(Kind.COMMITTED)) {
      ownSequence += first.places().size();
    }
  }

  private List<Place> own(int size) {
    List<Place> places = new ArrayList<>();
    for (int event = 0; event < size; event++) {
      places.add(new Place(name, ownSequence + event));
    }
    return places;
  }

  private List<Place> contested(int streams) {
    int first = random.nextInt(CONTESTED_STREAMS);
    List<Place> places = new ArrayList<>();
    for (int offset = 0; offset < streams; offset++) {
      String stream = "contested-" + (first + offset) % CONTESTED_STREAMS;
      long next = caller.lastSequence(stream) + 1;
      places.add(new Place(stream, next));
      if (random.nextBoolean()) {
        places.add(new Place(stream, next + 1));
      }
    }
    return places;
  }
}
