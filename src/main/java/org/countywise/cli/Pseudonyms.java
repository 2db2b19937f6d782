package org.countywise.cli;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands for identifiers of people in lists that leave the house: the first half of HMAC-SHA256
 * (RFC 2104, RFC 4231) over the column and the identifier, in hexadecimal. One key gives one
 * identifier the same pseudonym in every list; without the key it can neither be told nor tried,
 * however few identifiers there are.
 */
final class Pseudonyms {
  /** The environment variable that has the key; nothing else ever holds it. */
  static final String VARIABLE = "COUNTYWISE_PSEUDONYM_KEY";

  /** The key must not be shorter than what the hash gives: RFC 2104, section 3. */
  private static final int LEAST = 32;

  private static final int LENGTH = 16;
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  private Pseudonyms(byte[] key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /**
   * Pseudonyms by the key of an environment.
   *
   * @throws UsageException when there is none, or one that could be guessed
   */
  static Pseudonyms of(Map<String, String> environment) {
    byte[] key = environment.getOrDefault(VARIABLE, "").getBytes(StandardCharsets.UTF_8);
    if (key.length < LEAST) {
      throw new UsageException(
          (key.length == 0 ? VARIABLE + " is not set" : VARIABLE + " has " + key.length + " bytes")
              + "; pseudonyms need a secret of at least "
              + LEAST
              + " bytes in it, such as 'openssl rand -hex 32' makes, and the same one next time");
    }
    return new Pseudonyms(key);
  }

  /** What stands for an identifier of a column, 32 hexadecimal digits. */
  String of(String column, String identifier) {
    byte[] hash = mac.doFinal((column + "\0" + identifier).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hash, LENGTH));
  }
}
