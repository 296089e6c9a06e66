package health.vigil.monitoring;

import static java.util.Comparator.comparing;

import health.vigil.monitoring.RecordTogether.Register;
import health.vigil.monitoring.RecordTogether.Step;
import health.vigil.patient.MrnClaim;
import health.vigil.patient.Patient;
import health.vigil.patient.PatientCommand.RegisterPatient;
import health.vigil.patient.PatientFile;
import health.vigil.patient.PatientId;
import health.vigil.patient.PatientRegistry;
import health.vigil.patient.PatientSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * Records what came together. Patients are locked first, then claims on medical record numbers,
 * then monitorings, each in the order of their ids; only then the first set is judged.
 */
final class Together {
  @CommandHandler
  Map<ObservationId, AssessedSet> handle(
      RecordTogether command,
      Repository<Patient> patients,
      Repository<MrnClaim> claims,
      Repository<Monitoring> monitorings,
      ObservationLog log,
      MonitoringRules rules) {
    Origins origins = Origins.ofUnitOfWork();
    PatientRegistry registry = new PatientRegistry(patients, claims);
    Map<PatientId, PatientSummary> known =
        known(command, registry, new PatientFile(patients), origins);
    OpenSets sets = new OpenSets(new MonitoringFile(monitorings, rules), log, rules, origins);
    sets.open(command.steps(), known);
    return sets.done(command.steps(), known);
  }

  private static Map<PatientId, PatientSummary> known(
      RecordTogether command, PatientRegistry registry, PatientFile files, Origins origins) {
    List<Register> newcomers =
        command.steps().stream()
            .filter(Register.class::isInstance)
            .map(Register.class::cast)
            .toList();
    Map<String, Step> byPatient = new TreeMap<>();
    newcomers.forEach(newcomer -> byPatient.put(newcomer.patientId().value(), newcomer));
    command.steps().stream()
        .filter(step -> !(step instanceof Register))
        .forEach(step -> byPatient.putIfAbsent(step.patientId().value(), step));
    Map<PatientId, PatientSummary> known = new HashMap<>();
    byPatient
        .values()
        .forEach(
            step -> {
              if (step instanceof Register newcomer) {
                during(newcomer, origins, registry::register);
              }
              StepRefused.in(step, () -> known.put(step.patientId(), files.look(step.patientId())));
            });
    newcomers.stream()
        .sorted(comparing(newcomer -> newcomer.patient().mrnClaimId().value()))
        .forEach(newcomer -> during(newcomer, origins, registry::claim));
    return known;
  }

  private static void during(Register newcomer, Origins origins, Consumer<RegisterPatient> work) {
    StepRefused.in(
        newcomer, () -> origins.during(newcomer.origin(), () -> work.accept(newcomer.patient())));
  }
}
