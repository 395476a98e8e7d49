package org.shilpi.privacy;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Social security numbers and driving licences of the United States, and numbers of medical
/// records anywhere.
final class AmericanNumberFinder implements Finder {
  // Areas 000, 666 and 900 on, group 00 and serial 0000 were never given out.
  private static final Pattern SSN =
      Pattern.compile(
          "(?<![\\w-])(?!000|666|9\\d\\d)\\d{3}([- ]?)(?!00)\\d{2}\\1(?!0000)\\d{4}(?![\\w-])");
  private static final Pattern SSN_NEAR =
      Pattern.compile("\\bssn|social\\s+security|\\bitin\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern LICENCE_NEAR =
      Pattern.compile(
          "(?:driv(?:er|ing)(?:['’]?s)?|\\bDL\\b)[\\s-]*(?:licen[cs]e|permit|no\\b|num|#)?",
          Pattern.CASE_INSENSITIVE);
  // As states give them out: letters and 5 to 14 digits, some in groups.
  private static final Pattern LICENCE =
      Pattern.compile(
          "(?<![\\w-])(?:[A-Za-z]{1,3}[ -]?\\d{3,14}(?:-\\d{2,6}){0,3}|\\d{5,14}|"
              + "\\d{2,4}-\\d{2,4}-\\d{3,5}|[A-Z]{2}\\d{2}[ -]?\\d{11})(?![\\w-])");
  private static final Pattern RECORD =
      Pattern.compile(
          "(?:\\bMRN|\\bUHID|medical\\s+record|patient\\s+(?:id|no|number)|hospital\\s+(?:id|no|number)|"
              + "\\bOPD\\s+no|\\bIPD\\s+no|\\bNHS\\s+(?:no|number)|रोगी\\s+(?:संख्या|क्रमांक))"
              + "(?:\\s{0,2}(?:number|no|id|#))?\\.?\\s{0,2}[:#=-]?\\s{0,2}(?:is\\s)?"
              + "([A-Za-z]{0,5}[-/ ]?\\d[\\w/-]{2,18}+)",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> DRIVING =
      Set.of("driver", "drivers", "driving", "dl", "licence", "license");
  private static final Set<String> MEDICAL =
      Set.of("mrn", "uhid", "record", "patient", "hospital", "opd", "ipd", "nhs", "रोगी");

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (!passage.hasDigits()) {
      return;
    }
    Matcher ssn = passage.all(SSN);
    while (ssn.find()) {
      boolean near = passage.near(ssn.start(), ssn.end(), SSN_NEAR);
      boolean hyphens = ssn.group(1).equals("-");
      if (near || hyphens) {
        found.accept(new Finding(ssn.start(), ssn.end(), Kind.SSN, near ? 0.99 : 0.8));
      }
    }
    if (passage.hasAny(DRIVING)) {
      Matcher licence = passage.all(LICENCE);
      while (licence.find()) {
        if (passage.before(licence.start(), LICENCE_NEAR)) {
          found.accept(new Finding(licence.start(), licence.end(), Kind.DRIVING_LICENCE, 0.9));
        }
      }
    }
    if (passage.hasAny(MEDICAL)) {
      Matcher record = passage.all(RECORD);
      while (record.find()) {
        found.accept(new Finding(record.start(1), record.end(1), Kind.MEDICAL_RECORD, 0.9));
      }
    }
  }
}
