package health.vigil.monitoring.score;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which column of the NEWS2 table scores oxygen saturation; in JSON 1 or 2. */
public enum OxygenSaturationScale {
  SCALE_1(1),
  /** Only for confirmed hypercapnic respiratory failure, by a clinician's decision. */
  SCALE_2(2);

  private final int number;

  OxygenSaturationScale(int number) {
    this.number = number;
  }

  @JsonValue
  public int number() {
    return number;
  }

  /**
   * @throws IllegalArgumentException when neither 1 nor 2
   */
  @JsonCreator
  public static OxygenSaturationScale of(int number) {
    return switch (number) {
      case 1 -> SCALE_1;
      case 2 -> SCALE_2;
      default -> throw new IllegalArgumentException("an SpO2 scale is 1 or 2");
    };
  }
}
