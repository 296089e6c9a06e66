package health.vigil.app.ingest;

import health.vigil.monitoring.budget.IngestBudget;
import health.vigil.patient.PatientId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The devices that this node knows of, by patient; never more than so many. */
final class Devices {
  private final IngestBudget budget;
  private final int atMost;
  private final int rememberedMessages;
  private final Map<PatientId, Map<String, DeviceWindow>> windows = new HashMap<>();
  private int count;

  Devices(IngestBudget budget, int atMost, int rememberedMessages) {
    this.budget = budget;
    this.atMost = atMost;
    this.rememberedMessages = rememberedMessages;
  }

  /** Null when there are as many as may be: its readings are all recorded. */
  synchronized @Nullable DeviceWindow of(PatientId patient, String device) {
    DeviceWindow known = windows.getOrDefault(patient, Map.of()).get(device);
    if (known != null || count >= atMost) {
      return known;
    }
    DeviceWindow created = new DeviceWindow(budget, rememberedMessages);
    windows.computeIfAbsent(patient, none -> new HashMap<>()).put(device, created);
    count++;
    return created;
  }

  synchronized List<DeviceWindow> all() {
    return windows.values().stream().flatMap(devices -> devices.values().stream()).toList();
  }

  synchronized void close(PatientId patient, long position) {
    windows.getOrDefault(patient, Map.of()).values().forEach(window -> window.close(position));
  }

  synchronized void close(PatientId patient, String device, long position) {
    DeviceWindow window = windows.getOrDefault(patient, Map.of()).get(device);
    if (window != null) {
      window.close(position);
    }
  }

  synchronized int count() {
    return count;
  }

  /** Forgets a device that was refused, unless something of it is left to be recorded. */
  synchronized void forget(PatientId patient, String device) {
    forget(patient, Instant.MAX, device::equals);
  }

  /** Forgets those that have been silent since. */
  synchronized void forgetSilent(Instant since) {
    List.copyOf(windows.keySet()).forEach(patient -> forget(patient, since, any -> true));
  }

  private void forget(PatientId patient, Instant since, Predicate<String> which) {
    Map<String, DeviceWindow> devices = windows.getOrDefault(patient, new HashMap<>());
    int before = devices.size();
    devices
        .entrySet()
        .removeIf(device -> which.test(device.getKey()) && device.getValue().retire(since));
    count -= before - devices.size();
    if (devices.isEmpty()) {
      windows.remove(patient);
    }
  }
}
