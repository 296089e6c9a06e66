package health.vigil.appointment;

import health.vigil.appointment.AppointmentCommand.CancelAppointment;
import health.vigil.appointment.AppointmentCommand.RequestAppointment;
import health.vigil.refusal.Refusal;
import health.vigil.refusal.Refusal.FieldError;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is accepted as text in a booking; a refusal names fields and rules, never a value. */
final class BookingText {
  private static final Pattern SERVICE = Pattern.compile("[\\p{L}\\p{N} ._/&()-]{1,64}");

  /** Something to see; lines may break, but nothing else controls a terminal. */
  private static final Pattern PROSE =
      Pattern.compile(
          "(?s)(?=.*[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}])[\\P{C}\\p{Cf}\\p{Co}\\p{Cn}\\n\\r\\t]{1,500}");

  private static final FieldError SERVICE_ERROR =
      new FieldError("service", "1 to 64 letters, digits, spaces and . _ / & ( ) -, or none");
  private static final FieldError REASON_ERROR =
      new FieldError("reason", "1 to 500 characters, no control characters but line breaks");

  private BookingText() {}

  static void check(RequestAppointment command) {
    refuseAny(
        Stream.of(
            check(command.service(), SERVICE, SERVICE_ERROR),
            check(command.reason(), PROSE, REASON_ERROR)));
  }

  static void check(CancelAppointment command) {
    refuseAny(Stream.of(check(command.reason(), PROSE, REASON_ERROR)));
  }

  private static Optional<FieldError> check(
      @Nullable String text, Pattern accepted, FieldError error) {
    boolean acceptable = text == null || accepted.matcher(text).matches();
    return acceptable ? Optional.empty() : Optional.of(error);
  }

  private static void refuseAny(Stream<Optional<FieldError>> errors) {
    var found = errors.flatMap(Optional::stream).toList();
    if (!found.isEmpty()) {
      throw Refusal.invalid(found);
    }
  }
}
