package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.shilpi.privacy.CustomPattern;
import org.shilpi.privacy.Kind;
import org.shilpi.privacy.Policy;
import org.shilpi.privacy.Rules;
import org.shilpi.privacy.SecretKeys;
import org.shilpi.privacy.Vault;
import org.shilpi.privacy.Verdicts;
import org.shilpi.privacy.Waiver;
import org.shilpi.project.ProjectFolder;
import org.shilpi.store.SettingStore;
import org.shilpi.store.Statements;
import org.shilpi.store.VerdictStore;
import tools.jackson.databind.json.JsonMapper;

/// What a project has settled about privacy: its policy, its own patterns, what people said of
/// values, how far its texts were looked at, and its keys.
record PrivacyBook(ProjectFolder folder, Statements statements) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String POLICY = "privacyPolicy";
  private static final String PATTERNS = "privacyPatterns";
  private static final String LOOKED = "privacyLooked";
  private static final String WAIVER = "privacyWaiver";
  private static final String HIDDEN = "privacyHidden";

  /// How far the texts were looked at.
  ///
  /// @param rules version of the rules
  /// @param lists what the project had added to them
  /// @param upTo number of the newest text that was looked at
  record Looked(int rules, int lists, long upTo) {}

  static PrivacyBook of(ProjectSession session) {
    return new PrivacyBook(session.paths(), session.database());
  }

  Policy policy() {
    return read(POLICY, Policy.class).orElseGet(Policy::usual);
  }

  void put(Policy policy) {
    write(POLICY, policy);
  }

  List<CustomPattern> patterns() {
    return read(PATTERNS, CustomPattern[].class).map(List::of).orElse(List.of());
  }

  void put(List<CustomPattern> patterns) {
    write(PATTERNS, patterns);
  }

  Optional<Waiver> waiver() {
    return read(WAIVER, Waiver.class);
  }

  void put(Waiver waiver) {
    write(WAIVER, waiver);
  }

  /// How far the texts were looked at with what is known now: not at all where that has changed.
  Looked looked() throws IOException {
    Looked now = new Looked(Rules.VERSION, lists(), 0);
    return read(LOOKED, Looked.class)
        .filter(then -> then.rules() == now.rules() && then.lists() == now.lists())
        .orElse(now);
  }

  void put(Looked looked) {
    write(LOOKED, looked);
  }

  private int lists() throws IOException {
    return 31 * patterns().hashCode() + values().hashCode();
  }

  /// Rules with what the project adds.
  Rules rules() throws IOException {
    return Rules.own().with(patterns(), values());
  }

  // Values that are private everywhere.
  private Map<String, Kind> values() throws IOException {
    Map<String, Kind> values = new HashMap<>();
    for (VerdictStore.Stored verdict : new VerdictStore(statements).all()) {
      if (verdict.hidden() && verdict.exampleId().isEmpty()) {
        values.put(value(verdict), verdict.kind());
      }
    }
    return values;
  }

  String value(VerdictStore.Stored verdict) throws IOException {
    return new Vault(standInKey()).open(place(verdict.kind(), verdict.mac()), verdict.sealed());
  }

  byte[] seal(Kind kind, long mac, String value) throws IOException {
    return new Vault(standInKey()).seal(place(kind, mac), value);
  }

  private static String place(Kind kind, long mac) {
    return kind.id() + " " + mac;
  }

  Verdicts verdicts() throws IOException {
    List<Verdicts.Verdict> verdicts = new ArrayList<>();
    for (VerdictStore.Stored stored : new VerdictStore(statements).all()) {
      verdicts.add(
          new Verdicts.Verdict(stored.exampleId(), stored.kind(), stored.mac(), stored.hidden()));
    }
    return new Verdicts(standInKey(), verdicts);
  }

  /// The key of stand-ins and of what tells values apart.
  SecretKey standInKey() throws IOException {
    return SecretKeys.at(folder.keys().resolve("stand-ins.key"));
  }

  /// In a file of its own: whoever deletes it drops the originals for good.
  Path originalsKey() {
    return folder.keys().resolve("originals.key");
  }

  Vault originals() throws IOException {
    return new Vault(SecretKeys.at(originalsKey()));
  }

  /// What the original of a text opens with.
  static String place(long text) {
    return "text " + text;
  }

  /// When texts were hidden last.
  Optional<Instant> hidden() {
    return read(HIDDEN, Instant.class);
  }

  void put(Instant hidden) {
    write(HIDDEN, hidden);
  }

  private <T> Optional<T> read(String name, Class<T> type) {
    return new SettingStore(statements).get(name).map(json -> JSON.readValue(json, type));
  }

  private void write(String name, Object value) {
    new SettingStore(statements).put(name, JSON.writeValueAsString(value));
  }
}
