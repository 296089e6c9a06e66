package health.vigil.synthea;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The account for a program to read. */
final class AccountReport {
  private AccountReport() {}

  static ObjectNode of(Account account) {
    ObjectNode report = Json.MAPPER.createObjectNode();
    report.put("complete", account.isComplete());
    report.set("vitalSigns", counts(account.total()));
    report.set("patients", line(account.patients()));
    ObjectNode adults = report.putObject("adults");
    adults.set("codesThatVigilRecords", counts(account.ofAdultsRecordable()));
    adults.set("categoryVitalSigns", counts(account.ofAdults()));
    ArrayNode codes = report.putArray("codes");
    account.lines().forEach(line -> codes.add(code(line)));
    return report;
  }

  private static ObjectNode code(Account.Line line) {
    ObjectNode code = Json.MAPPER.createObjectNode();
    code.put("loinc", line.code().value());
    code.put("display", line.code().display());
    code.put("recordedByVigil", line.code().isRecorded());
    code.setAll(line(line));
    code.set("adults", counts(line.adults()));
    return code;
  }

  private static ObjectNode line(Account.Line line) {
    ObjectNode node = counts(line.all());
    ArrayNode reasons = node.putArray("refusedBecause");
    line.reasons()
        .forEach((reason, count) -> reasons.addObject().put("reason", reason).put("count", count));
    return node;
  }

  private static ObjectNode counts(Counts counts) {
    return Json.MAPPER
        .createObjectNode()
        .put("inFiles", counts.inFiles())
        .put("recorded", counts.recorded())
        .put("recordedBefore", counts.recordedBefore())
        .put("refused", counts.refused())
        .put("unaccounted", counts.unaccounted())
        .put("share", counts.share());
  }
}
