package org.shilpi.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.shilpi.job.Problem;

/// Keeps words so that only the key's owner can read them: AES-256-GCM (NIST SP 800-38D).
///
/// The nonce is made from key, place and words themselves, as in RFC 8452, so that it can repeat
/// only where all of these do, which tells nothing new.
public final class Vault {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;

  public Vault(SecretKey key) {
    this.key = key;
  }

  /// @param place what these words belong to; they open only there
  public byte[] seal(String place, String words) {
    byte[] nonce =
        Arrays.copyOf(SecretKeys.hmac(key, "nonce", place.length() + place + words), NONCE);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, place, nonce).doFinal(words.getBytes(StandardCharsets.UTF_8));
      byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
      return whole;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /// @throws Problem if these bytes were not sealed with this key for this place
  public String open(String place, byte[] whole) {
    try {
      byte[] nonce = Arrays.copyOf(whole, NONCE);
      byte[] words =
          cipher(Cipher.DECRYPT_MODE, place, nonce).doFinal(whole, NONCE, whole.length - NONCE);
      return new String(words, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw Problem.causedBy(e, "problem.privacy.sealed", place);
    }
  }

  private Cipher cipher(int mode, String place, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] own = SecretKeys.hmac(key, "vault", "");
    cipher.init(mode, new SecretKeySpec(own, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
