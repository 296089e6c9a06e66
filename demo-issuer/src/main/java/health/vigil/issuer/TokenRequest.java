package health.vigil.issuer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token is to say. Nothing is checked, so that tests can ask for tokens that nobody may
 * accept.
 *
 * @param subject the person or device, {@code sub}
 * @param client the application that sends it, {@code azp}
 * @param groups such as {@code vigil:nurse:A} or a group of the hospital's own
 * @param device the one device that the token is bound to, {@code vigil_device}; null when none
 * @param audience whom it is for, {@code aud}
 * @param issuer what is claimed as the issuer; null for the one that signs
 * @param lifetime from now until it expires; negative for one that has expired
 */
public record TokenRequest(
    String subject,
    String client,
    List<String> groups,
    @Nullable String device,
    String audience,
    @Nullable String issuer,
    Duration lifetime) {

  /** Of Vigil's tokens. */
  public static final String AUDIENCE = "vigil";

  /** The ward that stands for the whole hospital. */
  public static final String EVERY_WARD = "*";

  private static final String DEFAULT_CLIENT = "vigil-cli";
  private static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

  public TokenRequest {
    groups = List.copyOf(groups);
  }

  /** Of a person or an application, without any role yet, for an hour. */
  public static TokenRequest of(String subject) {
    return new TokenRequest(
        subject, DEFAULT_CLIENT, List.of(), null, AUDIENCE, null, DEFAULT_LIFETIME);
  }

  /** Of a device: its role, and bound to it. */
  public static TokenRequest ofDevice(String device) {
    return of(device).as("device").boundTo(device);
  }

  /**
   * With a role that needs no ward, or is held in none.
   *
   * @param role such as {@code booking-clerk}
   */
  public TokenRequest as(String role) {
    return inGroup("vigil:" + role);
  }

  /**
   * With a role on one ward.
   *
   * @param ward {@link #EVERY_WARD} for the whole hospital
   */
  public TokenRequest as(String role, String ward) {
    return inGroup("vigil:" + role + ":" + ward);
  }

  public TokenRequest inGroup(String group) {
    List<String> more = new ArrayList<>(groups);
    more.add(group);
    return new TokenRequest(subject, client, more, device, audience, issuer, lifetime);
  }

  public TokenRequest from(String otherClient) {
    return new TokenRequest(subject, otherClient, groups, device, audience, issuer, lifetime);
  }

  public TokenRequest boundTo(String boundDevice) {
    return new TokenRequest(subject, client, groups, boundDevice, audience, issuer, lifetime);
  }

  public TokenRequest audience(String other) {
    return new TokenRequest(subject, client, groups, device, other, issuer, lifetime);
  }

  public TokenRequest issuer(String other) {
    return new TokenRequest(subject, client, groups, device, audience, other, lifetime);
  }

  public TokenRequest lasting(Duration other) {
    return new TokenRequest(subject, client, groups, device, audience, issuer, other);
  }
}
