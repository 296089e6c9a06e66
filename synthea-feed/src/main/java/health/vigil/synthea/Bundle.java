package health.vigil.synthea;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Entries that are sent at once, each on its own: a FHIR batch. */
record Bundle(List<Entry> entries) {
  private static final byte[] HEAD =
      "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
          .getBytes(StandardCharsets.UTF_8);
  private static final byte[] TAIL = "]}".getBytes(StandardCharsets.UTF_8);

  Bundle {
    entries = List.copyOf(entries);
  }

  /** How many bytes the entries take as one Bundle. */
  static long size(List<Entry> entries) {
    long bytes = HEAD.length + (long) TAIL.length + Math.max(0, entries.size() - 1);
    for (Entry entry : entries) {
      bytes += entry.json().length;
    }
    return bytes;
  }

  byte[] json() {
    ByteArrayOutputStream json = new ByteArrayOutputStream(Math.toIntExact(size(entries)));
    json.writeBytes(HEAD);
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0) {
        json.write(',');
      }
      json.writeBytes(entries.get(i).json());
    }
    json.writeBytes(TAIL);
    return json.toByteArray();
  }

  /** Some of the entries, by their places. */
  Bundle only(List<Integer> places) {
    return new Bundle(places.stream().map(entries::get).toList());
  }

  /** The same entries in two Bundles. */
  List<Bundle> halves() {
    int middle = entries.size() / 2;
    return List.of(
        new Bundle(entries.subList(0, middle)),
        new Bundle(entries.subList(middle, entries.size())));
  }
}
