package health.vigil.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.appointment.AppointmentEvent.AppointmentCancelled;
import health.vigil.appointment.AppointmentId;
import health.vigil.patient.Demographics;
import health.vigil.patient.MrnClaimId;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientEvent.StayOpened;
import health.vigil.patient.PatientId;
import health.vigil.patient.Sex;
import health.vigil.personal.json.PersonalDataModule;
import health.vigil.personal.json.Sealing;
import health.vigil.personal.key.PatientKeys;
import health.vigil.personal.key.ValueSealer;
import health.vigil.personal.master.MasterKeyFile;
import health.vigil.stay.StayId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What sealing adds to an event that is written, and opening to one that is read: each apart, plain
 * and sealed in turns in one run. The key is in memory, as it is for a patient of whom something
 * was just told.
 */
public final class Encryption {
  private static final PatientId PATIENT = new PatientId("5f0c2f6e-0a33-4d5c-9a55-3a1f0f1a7a01");
  private static final Instant AT = Instant.parse("2026-11-23T20:00:00.123Z");
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = Integer.getInteger("rounds", 5);
  private static final int EVENTS = Integer.getInteger("events", 200_000);

  private Encryption() {}

  /** Prints a line for each kind of event. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    Path file = Files.createTempFile("vigil-master", ".json");
    try {
      Files.writeString(file, MasterKeyFile.make());
      PatientKeys keys =
          new PatientKeys(new OneKey(), MasterKeyFile.read(file, Optional.empty()), 100);
      ObjectMapper plain = mapper();
      ObjectMapper sealed =
          mapper().registerModule(new PersonalDataModule(new Sealing(new ValueSealer(keys))));
      System.out.println(
          "| event | personal values | written plain, µs | sealed | sealing |"
              + " read plain, µs | sealed | opening | bytes plain, sealed |");
      System.out.println("|---|---|---|---|---|---|---|---|---|");
      for (Map.Entry<Object, Integer> event : events().entrySet()) {
        System.out.println(row(event.getKey(), event.getValue(), plain, sealed));
      }
    } finally {
      Files.delete(file);
    }
  }

  private static Map<Object, Integer> events() {
    Map<Object, Integer> events = new LinkedHashMap<>();
    events.put(new StayOpened(PATIENT, new StayId("7c4f7a52-33b4-4b38-8f58-0d6f7a1b2c3d"), AT), 0);
    events.put(
        new AppointmentCancelled(
            new AppointmentId("0b1d8c7e-5d5b-4c26-8d8a-2f6f6b0c9e11"),
            PATIENT,
            "The patient asked for a later day",
            AT),
        1);
    events.put(
        new PatientRegistered(
            PATIENT,
            new MrnClaimId("mrn:" + "0f".repeat(32)),
            new Demographics("4711-08", "Meadows", "Iris", LocalDate.of(1950, 5, 17), Sex.FEMALE),
            AT),
        5);
    return events;
  }

  private static String row(Object event, int values, ObjectMapper plain, ObjectMapper sealed)
      throws JsonProcessingException {
    String plainly = plain.writeValueAsString(event);
    String closed = sealed.writeValueAsString(event);
    List<Work> works =
        List.of(
            () -> plain.writeValueAsString(event),
            () -> sealed.writeValueAsString(event),
            () -> plain.readValue(plainly, event.getClass()),
            () -> sealed.readValue(closed, event.getClass()));
    if (!event.equals(works.get(2).result()) || !event.equals(works.get(3).result())) {
      throw new IllegalStateException("an event is read as it was written");
    }
    double[] best = best(works);
    return "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %d, %d |"
        .formatted(
            event.getClass().getSimpleName(),
            values,
            best[0],
            best[1],
            best[1] - best[0],
            best[2],
            best[3],
            best[3] - best[2],
            plainly.length(),
            closed.length());
  }

  /** One way of an event, there or back. */
  private interface Work {
    Object result() throws JsonProcessingException;
  }

  /** Of each, in the round in which it took least; the first round does not count. */
  private static double[] best(List<Work> works) throws JsonProcessingException {
    double[] best = new double[works.size()];
    Arrays.fill(best, Double.MAX_VALUE);
    for (int round = 0; round <= ROUNDS; round++) {
      for (int i = 0; i < best.length; i++) {
        double taken = micros(works.get(i));
        best[i] = round == 0 ? best[i] : Math.min(best[i], taken);
      }
    }
    return best;
  }

  /** Processor time of one event. */
  private static double micros(Work work) throws JsonProcessingException {
    int results = 0;
    long began = THREAD.getCurrentThreadCpuTime();
    for (int n = 0; n < EVENTS; n++) {
      results += work.result() == null ? 0 : 1;
    }
    long taken = THREAD.getCurrentThreadCpuTime() - began;
    if (results != EVENTS) {
      throw new IllegalStateException("there is a result each time");
    }
    return taken / 1000.0 / EVENTS;
  }

  private static ObjectMapper mapper() {
    return JsonMapper.builder().addModule(new JavaTimeModule()).build();
  }
}
