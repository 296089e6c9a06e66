package health.vigil.app.audit;

import health.vigil.store.export.ExportManifest;

/**
 * The manifest of an export, exactly as it is kept beside the events: docs/reference/log-format.md.
 *
 * @param export the name of the form
 * @param id of the export; its events are at {@code /audit/exports/ID/events}
 * @param before the hash of the event before the first
 * @param hash of the last event
 * @param at when it was made
 * @param key the identifier of the key
 * @param signature Ed25519, in Base64
 */
record ExportAnswer(
    String export,
    String id,
    String epoch,
    long first,
    long last,
    long count,
    String before,
    String hash,
    String at,
    String key,
    String signature) {

  static ExportAnswer of(ExportManifest manifest) {
    return new ExportAnswer(
        ExportManifest.FORM,
        manifest.id(),
        manifest.epoch(),
        manifest.first(),
        manifest.last(),
        manifest.count(),
        manifest.before(),
        manifest.hash(),
        manifest.atText(),
        manifest.key(),
        manifest.signature());
  }
}
