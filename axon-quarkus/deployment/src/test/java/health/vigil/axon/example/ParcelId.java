package health.vigil.axon.example;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

public record ParcelId(@JsonValue String value) {

  @JsonCreator
  public ParcelId {}

  @Override
  public String toString() {
    return value;
  }
}
