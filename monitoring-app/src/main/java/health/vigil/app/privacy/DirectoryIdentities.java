package health.vigil.app.privacy;

import health.vigil.patient.PatientId;
import health.vigil.personal.key.IdentitySealer;
import health.vigil.personal.search.SearchTokens;
import health.vigil.projection.patient.SealedIdentities;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.SortedSet;

/** Identities of the directory under the keys of their patients. */
@Singleton
class DirectoryIdentities implements SealedIdentities {
  private final IdentitySealer sealer;
  private final SearchTokens tokens;

  DirectoryIdentities(IdentitySealer sealer, SearchTokens tokens) {
    this.sealer = sealer;
    this.tokens = tokens;
  }

  @Override
  public Optional<byte[]> seal(PatientId patient, byte[] identity) {
    return sealer.seal(patient, identity);
  }

  @Override
  public Optional<byte[]> open(PatientId patient, byte[] sealed) {
    return sealer.open(patient, sealed);
  }

  @Override
  public String ofNumber(String mrn) {
    return tokens.whole(mrn);
  }

  @Override
  public SortedSet<String> ofName(String name) {
    return tokens.prefixes(name);
  }

  @Override
  public SortedSet<String> asked(String typed) {
    return tokens.asked(typed);
  }
}
