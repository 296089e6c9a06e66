package health.vigil.app.operations;

import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemException;
import health.vigil.axon.processor.DeadLetters;
import health.vigil.axon.processor.ProcessorPositions;
import health.vigil.axon.processor.ProcessorStates;
import health.vigil.projection.ReadModel;
import health.vigil.rebuild.NotReplayable;
import health.vigil.rebuild.ProgressListener;
import health.vigil.rebuild.ReadModelRuns;
import health.vigil.rebuild.Run;
import health.vigil.rebuild.RunFailed;
import health.vigil.rebuild.RunInProgress;
import health.vigil.rebuild.Work;
import health.vigil.refusal.Refusal;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The read models as operators see them. */
@Singleton
class Projections {
  private final ReadModelRuns runs;
  private final ProcessorPositions positions;
  private final ProcessorStates states;
  private final DeadLetters letters;

  Projections(
      ReadModelRuns runs,
      ProcessorPositions positions,
      ProcessorStates states,
      DeadLetters letters) {
    this.runs = runs;
    this.positions = positions;
    this.states = states;
    this.letters = letters;
  }

  List<ProjectionAnswer> all() {
    return Stream.of(ReadModel.values())
        .sorted(Comparator.comparing(ReadModel::group))
        .map(this::answer)
        .toList();
  }

  /**
   * @throws Refusal when there is none of this name
   */
  ProjectionAnswer one(String name) {
    return answer(model(name));
  }

  /**
   * @throws Refusal when there is none of this name
   * @throws ProblemException 409 when it can not be begun
   */
  RunAnswer rebuild(String name) {
    ReadModel model = model(name);
    return RunAnswer.of(told(() -> runs.rebuild(model)));
  }

  /**
   * @throws Refusal when there is none of this name
   * @throws ProblemException 409 when it can not be begun, 500 when it ends without a result
   */
  ComparisonAnswer verify(String name, ProgressListener listener) {
    ReadModel model = model(name);
    return ComparisonAnswer.of(told(() -> runs.verify(model, listener)));
  }

  private static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (RunInProgress busy) {
      throw problem(
          Problem.of(409, "projection-in-work", "It is being rebuilt or verified already"), busy);
    } catch (NotReplayable impossible) {
      throw problem(Problem.of(409, "not-replayable", "It can not be replayed here"), impossible);
    } catch (RunFailed failed) {
      throw problem(Problem.of(500, "replay-failed", "The replay ended without a result"), failed);
    }
  }

  private static ProblemException problem(Problem problem, RuntimeException reason) {
    return new ProblemException(problem.detail(String.valueOf(reason.getMessage())), reason);
  }

  private static ReadModel model(String name) {
    return ReadModel.ofGroup(name).orElseThrow(() -> Refusal.notFound("projection"));
  }

  private ProjectionAnswer answer(ReadModel model) {
    String group = model.group();
    return new ProjectionAnswer(
        group,
        runs.version(model),
        model.version(),
        Math.max(0, positions.of(group)),
        positions.lag(group),
        states.of(group),
        letters.count(group),
        last(model, Work.REBUILD).orElse(null),
        last(model, Work.VERIFICATION).orElse(null));
  }

  private Optional<RunAnswer> last(ReadModel model, Work work) {
    return runs.last(model).filter((Run run) -> run.work() == work).map(RunAnswer::of);
  }
}
