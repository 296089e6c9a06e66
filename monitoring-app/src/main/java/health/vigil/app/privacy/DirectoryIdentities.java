package health.vigil.app.privacy;

import health.vigil.patient.PatientId;
import health.vigil.personal.key.IdentitySealer;
import health.vigil.personal.key.SealBroken;
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
  private final SpoiltValues spoilt;

  DirectoryIdentities(IdentitySealer sealer, SearchTokens tokens, SpoiltValues spoilt) {
    this.sealer = sealer;
    this.tokens = tokens;
    this.spoilt = spoilt;
  }

  @Override
  public Optional<byte[]> seal(PatientId patient, byte[] identity) {
    return sealer.seal(patient, identity);
  }

  @Override
  public Optional<byte[]> open(PatientId patient, byte[] sealed) {
    try {
      return sealer.open(patient, sealed);
    } catch (SealBroken failure) {
      spoilt.met(patient, "identity", failure);
      return Optional.empty();
    }
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
