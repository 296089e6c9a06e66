package health.vigil.store.export;

import health.vigil.store.chain.Flaw;
import health.vigil.store.chain.Flaw.Kind;
import health.vigil.store.chain.SigningKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Something done to an export of the events 11 to 20.
 *
 * @param name what was done
 * @param by whose work it is
 * @param flaws what has to be found
 */
record Damage(String name, UnaryOperator<Exported> by, List<Flaw> flaws) {

  private static final String PAYLOAD_NAME = "\"payload\" : ";

  @Override
  public String toString() {
    return name;
  }

  private static Damage of(String name, UnaryOperator<Exported> by, long position, Kind kind) {
    return new Damage(name, by, List.of(new Flaw(position, kind)));
  }

  /** What is done to the text of the event at 17, none of which leaves it what it was. */
  private static Damage line(String name, Kind kind, UnaryOperator<String> change) {
    return of(name, export -> export.line(17, change), 17, kind);
  }

  private static Damage replaced(String name, Kind kind, String from, String to) {
    return line(name, kind, text -> changed(text, text.replace(from, to)));
  }

  private static String changed(String text, String other) {
    if (text.equals(other)) {
      throw new IllegalArgumentException("the line has nothing like that: " + text);
    }
    return other;
  }

  /** An export that is as good as it was. */
  static List<Damage> harmless() {
    return List.of(
        new Damage("nothing", export -> export, List.of()),
        new Damage(
            "other white space",
            export ->
                export.lines(all -> all.replaceAll(text -> text.replace(" : ", ":\t") + " \r")),
            List.of()),
        new Damage(
            "another way to write a character",
            export -> export.line(17, text -> text.replace("Ward", "W\\u0061rd")),
            List.of()),
        new Damage(
            "no line feed at the end",
            export -> new Exported(export.manifest(), export.events().strip()),
            List.of()));
  }

  static List<Damage> ofEvents() {
    List<Damage> all = new ArrayList<>();
    all.addAll(ofOneLine());
    all.addAll(ofLines());
    return all;
  }

  private static List<Damage> ofOneLine() {
    return List.of(
        replaced(
            "a byte of the payload", Kind.CHANGED, "{\\\"bed\\\":\\\"17", "{\\\"bed\\\":\\\"18"),
        replaced("a space in the payload", Kind.CHANGED, "{\\\"bed", "{ \\\"bed"),
        replaced("the type", Kind.CHANGED, "BedMadeAvailable", "BedClosed"),
        replaced("nothing for something", Kind.CHANGED, "\"Ward\"", "null"),
        replaced("empty for something", Kind.CHANGED, "\"Ward\"", "\"\""),
        replaced("another time", Kind.CHANGED, "13:05:00.000017Z", "13:05:00.000018Z"),
        replaced("the same time in other words", Kind.CHANGED, "00.000017Z", "00.0000170Z"),
        line("a hash in capitals", Kind.CHANGED, Damage::withHashInCapitals),
        replaced(
            "a position with a zero before it", Kind.UNREADABLE, "\"17\", \"rec", "\"017\", \"rec"),
        replaced("a position that is a number", Kind.UNREADABLE, "\"17\", \"rec", "17, \"rec"),
        replaced("a position that is none", Kind.UNREADABLE, "\"17\", \"rec", "null, \"rec"),
        line(
            "no time",
            Kind.UNREADABLE,
            text -> text.replaceAll("(\"recorded_at\" : )\"[^\"]*\"", "$1null")),
        replaced(
            "a name twice", Kind.UNREADABLE, PAYLOAD_NAME, "\"payload\" : \"{}\", " + PAYLOAD_NAME),
        replaced("a name more", Kind.UNREADABLE, PAYLOAD_NAME, "\"more\" : null, " + PAYLOAD_NAME),
        replaced("a name less", Kind.UNREADABLE, "\"stream_type\" : \"Ward\", ", ""),
        replaced("another name", Kind.UNREADABLE, PAYLOAD_NAME, "\"Payload\" : "),
        line(
            "another order",
            Kind.UNREADABLE,
            text -> text.replaceAll("(\"stream_id\" : \"[^\"]*\"), (\"seq[^,]*)", "$2, $1")),
        replaced("an object for a text", Kind.UNREADABLE, "\"Ward\"", "{}"),
        replaced("no number for a text", Kind.UNREADABLE, "\"Ward\"", "NaN"),
        line(
            "a list of names and values",
            Kind.UNREADABLE,
            text ->
                text.replaceAll("(\"[a-z_]+\") : (\"(?:[^\"\\\\]|\\\\.)*\")", "[$1,$2]")
                    .replace('{', '[')),
        line("something behind it", Kind.UNREADABLE, text -> text + "{}"),
        line("far behind it", Kind.UNREADABLE, text -> text + " ".repeat(1 << 25) + "{}"),
        line("a mark before it", Kind.UNREADABLE, text -> "\ufeff" + text),
        line("half of it", Kind.UNREADABLE, text -> text.substring(0, text.length() / 2)),
        line("nothing", Kind.UNREADABLE, text -> ""),
        replaced("half a character", Kind.UNREADABLE, "\"Ward\"", "\"W\\ud800rd\""),
        replaced("a control character", Kind.UNREADABLE, "\"Ward\"", "\"W\u0001rd\""),
        replaced("an escape that is none", Kind.UNREADABLE, "\"Ward\"", "\"W\\x61rd\""));
  }

  private static String withHashInCapitals(String text) {
    int hash = text.lastIndexOf("\"hash\" : \"") + 10;
    return text.substring(0, hash) + text.substring(hash).toUpperCase(java.util.Locale.ROOT);
  }

  private static List<Damage> ofLines() {
    return List.of(
        of("a line less", export -> export.lines(all -> all.remove(6)), 17, Kind.MISSING),
        of(
            "two lines less",
            export -> export.lines(all -> all.subList(6, 8).clear()),
            17,
            Kind.MISSING),
        of("the first line less", export -> export.lines(all -> all.remove(0)), 11, Kind.MISSING),
        of(
            "two lines swapped",
            export -> export.lines(all -> java.util.Collections.swap(all, 6, 8)),
            17,
            Kind.OUT_OF_ORDER),
        of("a line twice", export -> export.lines(all -> all.add(7, all.get(6))), 17, Kind.EXTRA),
        of(
            "an earlier line again",
            export -> export.lines(all -> all.add(7, all.get(0))),
            11,
            Kind.EXTRA),
        of(
            "a line behind the end",
            export -> export.lines(all -> all.add(all.get(3))),
            14,
            Kind.EXTRA),
        of(
            "a line behind the end that is no event",
            export -> export.lines(all -> all.add("{}")),
            21,
            Kind.EXTRA),
        of(
            "an empty line behind the end",
            export -> export.lines(all -> all.add("")),
            21,
            Kind.EXTRA),
        of(
            "the tail less",
            export -> export.lines(all -> all.subList(7, 10).clear()),
            18,
            Kind.TRUNCATED),
        of("all less", export -> export.lines(List::clear), 11, Kind.TRUNCATED),
        of(
            "a hash made to fit its event",
            export ->
                export
                    .line(17, text -> text.replace("Ward", "Stay"))
                    .chainedAnewFrom(17)
                    .line(18, text -> export.events().lines().toList().get(7)),
            18,
            Kind.CHANGED),
        of(
            "every hash made to fit",
            export -> export.line(17, text -> text.replace("Ward", "Stay")).chainedAnewFrom(17),
            20,
            Kind.MANIFEST_DIFFERS));
  }

  static List<Damage> ofTheManifest(SigningKey key, SigningKey another) {
    return List.of(
        of("another key", export -> export.signedAnew(another), 11, Kind.NOT_SIGNED),
        of(
            "a time that goes back, all signed again",
            export ->
                export
                    .line(17, text -> text.replaceAll("(\"recorded_at\" : \")[0-9]{4}", "$12001"))
                    .chainedAnewFrom(17)
                    .signedAnew(key),
            17,
            Kind.RECORDED_EARLIER),
        manifest(
            "another id",
            old ->
                edited(
                    old,
                    old.first(),
                    old.last(),
                    old.before(),
                    old.hash(),
                    old.at().plusNanos(1000))),
        new Damage(
            "another end",
            export ->
                export.with(
                    edited(
                        export.manifest(),
                        11,
                        19,
                        export.manifest().before(),
                        export.manifest().hash(),
                        export.manifest().at())),
            List.of(new Flaw(11, Kind.NOT_SIGNED), new Flaw(20, Kind.EXTRA))),
        new Damage(
            "another beginning",
            export ->
                export.with(
                    edited(
                        export.manifest(),
                        10,
                        20,
                        export.manifest().before(),
                        export.manifest().hash(),
                        export.manifest().at())),
            List.of(new Flaw(10, Kind.NOT_SIGNED), new Flaw(10, Kind.MISSING))),
        new Damage(
            "another hash before",
            export ->
                export.with(
                    edited(
                        export.manifest(),
                        11,
                        20,
                        "ab".repeat(32),
                        export.manifest().hash(),
                        export.manifest().at())),
            List.of(new Flaw(11, Kind.NOT_SIGNED), new Flaw(11, Kind.CHANGED))),
        new Damage(
            "another hash at the end",
            export ->
                export.with(
                    edited(
                        export.manifest(),
                        11,
                        20,
                        export.manifest().before(),
                        "ab".repeat(32),
                        export.manifest().at())),
            List.of(new Flaw(11, Kind.NOT_SIGNED), new Flaw(20, Kind.MANIFEST_DIFFERS))));
  }

  private static Damage manifest(String name, UnaryOperator<ExportManifest> change) {
    return of(name, export -> export.with(change.apply(export.manifest())), 11, Kind.NOT_SIGNED);
  }

  private static ExportManifest edited(
      ExportManifest old, long first, long last, String before, String hash, java.time.Instant at) {
    return new ExportManifest(
        old.id(),
        old.epoch(),
        first,
        last,
        last - first + 1,
        before,
        hash,
        at,
        old.key(),
        old.signature());
  }
}
