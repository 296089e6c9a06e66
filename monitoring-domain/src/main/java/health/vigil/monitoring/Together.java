package health.vigil.monitoring;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import health.vigil.monitoring.RecordTogether.Register;
import health.vigil.monitoring.RecordTogether.Step;
import health.vigil.patient.MrnClaim;
import health.vigil.patient.Patient;
import health.vigil.patient.PatientFile;
import health.vigil.patient.PatientId;
import health.vigil.patient.PatientRegistry;
import health.vigil.patient.PatientSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Map<PatientId, Register> byId = newcomers.stream().collect(toMap(Step::patientId, n -> n));
    Map<PatientId, PatientSummary> known = new HashMap<>();
    command.steps().stream()
        .map(Step::patientId)
        .distinct()
        .sorted(comparing(PatientId::value))
        .forEach(
            id -> {
              Register newcomer = byId.get(id);
              if (newcomer != null) {
                origins.during(newcomer.origin(), () -> registry.register(newcomer.patient()));
              }
              known.put(id, files.look(id));
            });
    newcomers.stream()
        .sorted(comparing(newcomer -> newcomer.patient().mrnClaimId().value()))
        .forEach(n -> origins.during(n.origin(), () -> registry.claim(n.patient())));
    return known;
  }
}
