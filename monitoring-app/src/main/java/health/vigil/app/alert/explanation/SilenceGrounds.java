package health.vigil.app.alert.explanation;

import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.app.alert.explanation.SilenceStory.Expectation;
import java.util.ArrayList;
import java.util.List;

/** The grounds of an alert of an overdue observation. */
record SilenceGrounds(SilenceStory story, Words words) {

  Grounds of(Fact itself) {
    AlertRaised raised = (AlertRaised) itself.event();
    SilenceInWords silence = new SilenceInWords(words);
    Expectation expected = story.expectation();
    return new Grounds(
        silence.why(story, raised),
        events(itself),
        null,
        null,
        expected == null ? null : expected.next().due(),
        expected == null ? null : expected.overdueAt(),
        silence.now(story));
  }

  private List<EventShown> events(Fact itself) {
    List<EventShown> events = new ArrayList<>();
    Expectation expected = story.expectation();
    Fact pause = story.pause();
    if (expected != null) {
      events.add(EventShown.of(expected.decidedBy(), "what was due was decided"));
    }
    if (pause != null) {
      events.add(EventShown.of(pause, "the pause"));
    }
    events.add(EventShown.of(itself, "the alert"));
    return events;
  }
}
