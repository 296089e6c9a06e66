package health.vigil.synthea;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BundleCutterTest {
  private static final int ENTRY_BYTES = 500;

  @Test
  void putsAllInOneBundleWhereItFits() throws IOException {
    List<Bundle> bundles = cut(10_000, 10, entries("a", 2), entries("b", 3));

    assertThat(sizes(bundles)).containsExactly(5);
    assertThat(Json.MAPPER.readTree(bundles.get(0).json()).path("entry")).hasSize(5);
  }

  @Test
  void keepsWhatWasMeasuredTogetherInOneBundle() {
    assertThat(sizes(cut(100_000, 4, entries("a", 3), entries("b", 3), entries("c", 1))))
        .containsExactly(3, 4);
  }

  @Test
  void neverExceedsTheBytes() {
    List<Bundle> bundles = cut(1_600, 100, entries("a", 2), entries("b", 2), entries("c", 1));

    assertThat(sizes(bundles)).containsExactly(2, 3);
    assertThat(bundles).allSatisfy(bundle -> assertThat(bundle.json()).hasSizeLessThan(1_601));
  }

  @Test
  void countsTheBytesExactly() {
    Bundle bundle = new Bundle(entries("a", 3));

    assertThat(bundle.json()).hasSize((int) Bundle.size(bundle.entries()));
  }

  @Test
  void cutsMoreOfOneTimeThanFitsIntoABundle() {
    assertThat(sizes(cut(100_000, 4, entries("a", 10)))).containsExactly(4, 4, 2);
  }

  @Test
  void sendsAnEntryOverTheLimitByItself() {
    assertThat(sizes(cut(1_000, 100, entries("a", 1), List.of(entry("b", 5_000)), entries("c", 1))))
        .containsExactly(1, 1, 1);
  }

  @Test
  void makesNoEmptyBundle() {
    assertThat(cut(1_000, 1)).isEmpty();
  }

  @SafeVarargs
  private static List<Bundle> cut(int bytes, int entries, List<Entry>... times) {
    BundleCutter cutter = new BundleCutter(new BundleLimits(bytes, entries));
    List<Bundle> bundles = new ArrayList<>();
    for (List<Entry> time : times) {
      time.forEach(entry -> bundles.addAll(cutter.add(entry)));
    }
    bundles.addAll(cutter.rest());
    return bundles;
  }

  private static List<Integer> sizes(List<Bundle> bundles) {
    return bundles.stream().map(bundle -> bundle.entries().size()).toList();
  }

  private static List<Entry> entries(String measuredAt, int count) {
    return Collections.nCopies(count, entry(measuredAt, ENTRY_BYTES));
  }

  private static Entry entry(String measuredAt, int bytes) {
    String json = "{\"a\":\"" + "x".repeat(bytes - 8) + "\"}";
    return new Entry(new Entry.APatient(), measuredAt, json.getBytes(StandardCharsets.UTF_8));
  }
}
