package org.shilpi.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shilpi.data.Mark;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Texts of presidio-research with what people would hide in them (MIT licence).
final class PresidioData {
  record Sample(String text, List<Mark> marks) {}

  static final Path FOLDER = Path.of("../shared/data/presidio_pii");

  private PresidioData() {}

  static List<Sample> read(String file) throws IOException {
    List<Sample> samples = new ArrayList<>();
    JsonMapper json = new JsonMapper();
    for (JsonNode node : json.readTree(Files.readAllBytes(FOLDER.resolve(file)))) {
      String text = node.get("full_text").asString();
      List<Mark> marks = new ArrayList<>();
      for (JsonNode span : node.get("spans")) {
        // Positions are code points; these texts have no character beyond the first plane.
        marks.add(
            new Mark(
                span.get("start_position").asInt(),
                span.get("end_position").asInt(),
                aligned(span.get("entity_type").asString())));
      }
      marks.sort(Comparator.comparingInt(Mark::start));
      samples.add(new Sample(text, marks));
    }
    return samples;
  }

  /// The dataset's names as presidio-research aligns them before it scores.
  private static String aligned(String type) {
    return switch (type) {
      case "STREET_ADDRESS", "ADDRESS", "GPE" -> "LOCATION";
      case "PREFIX" -> "TITLE";
      case "DOMAIN_NAME" -> "URL";
      default -> type;
    };
  }

  /// Our kinds under those names, or their own where the data knows nothing of them.
  static String aligned(Kind kind) {
    return switch (kind) {
      case PERSON -> "PERSON";
      case EMAIL -> "EMAIL_ADDRESS";
      case PHONE -> "PHONE_NUMBER";
      case ADDRESS, PLACE -> "LOCATION";
      case POSTCODE -> "ZIP_CODE";
      case ORGANIZATION -> "ORGANIZATION";
      case BIRTH_DATE, DATE -> "DATE_TIME";
      case AGE -> "AGE";
      case IBAN -> "IBAN_CODE";
      case CARD -> "CREDIT_CARD";
      case IP -> "IP_ADDRESS";
      case LINK -> "URL";
      case SSN -> "US_SSN";
      case DRIVING_LICENCE -> "US_DRIVER_LICENSE";
      case BELONGING -> "NRP";
      case TITLE -> "TITLE";
      case MAC, SECRET, AADHAAR, PAN, GSTIN, IFSC, UPI, MEDICAL_RECORD, CUSTOM -> kind.name();
    };
  }
}
