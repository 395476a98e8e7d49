package org.shilpi.privacy;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers that India gives people and firms: Aadhaar, PAN, GSTIN, IFSC, UPI.
final class IndianNumberFinder implements Finder {
  private static final Pattern AADHAAR =
      Pattern.compile("(?<![\\w-])[2-9]\\d{3}([ -]?)\\d{4}\\1\\d{4}(?![\\w-])");
  // The fourth letter tells what the holder is: a person, a firm, a trust...
  private static final Pattern PAN =
      Pattern.compile("(?<!\\w)[A-Za-z]{3}[ABCFGHJLPTabcfghjlpt][A-Za-z]\\d{4}[A-Za-z](?!\\w)");
  private static final Pattern GSTIN =
      Pattern.compile("(?<!\\w)[0-3]\\d[A-Za-z]{5}\\d{4}[A-Za-z][1-9A-Za-z][Zz][0-9A-Za-z](?!\\w)");
  private static final Pattern IFSC = Pattern.compile("(?<!\\w)[A-Za-z]{4}0[A-Za-z0-9]{6}(?!\\w)");
  private static final Pattern UPI =
      Pattern.compile(
          "(?<![\\w.@-])[\\w.-]{2,64}+@(?:ok(?:axis|hdfcbank|icici|sbi)|ybl|ibl|axl|upi|paytm|ptyes|"
              + "ptaxis|pthdfc|ptsbi|apl|yapl|rapl|sbi|icici|hdfcbank|hdfc|axisbank|axisb|kotak|kbl|"
              + "idfcbank|idfc|indus|federal|fbl|pnb|boi|barodampay|unionbank|cnrb|aubank|airtel|"
              + "freecharge|jio|waicici|wahdfcbank|waaxis|wasbi|naviaxis|superyes|slice|postbank|"
              + "dbs|citi|hsbc|rbl|yesbank|yesg|idbi|indianbank|iob|uco|mahb|jupiteraxis|"
              + "fam|timecosmos|tapicici|shriramhdfcbank)(?![\\w.@-]*\\w)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AADHAAR_NEAR =
      Pattern.compile("aadh?aa?r|uid(?:ai)?\\b|आधार", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAN_NEAR =
      Pattern.compile("\\bpan\\b|income.?tax|पैन", Pattern.CASE_INSENSITIVE);

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (passage.text().indexOf('@') >= 0) {
      each(passage.all(UPI), Kind.UPI, 0.97, found);
    }
    if (!passage.hasDigits()) {
      return;
    }
    Matcher aadhaar = passage.all(AADHAAR);
    while (aadhaar.find()) {
      boolean near = passage.near(aadhaar.start(), aadhaar.end(), AADHAAR_NEAR);
      boolean right = CheckDigits.verhoeff(aadhaar.group().replaceAll("[ -]", ""));
      // One in ten numbers of twelve digits passes the check by chance.
      if (near || right) {
        double confidence = near ? right ? 1 : 0.7 : aadhaar.group(1).isEmpty() ? 0.6 : 0.8;
        found.accept(new Finding(aadhaar.start(), aadhaar.end(), Kind.AADHAAR, confidence));
      }
    }
    Matcher pan = passage.all(PAN);
    while (pan.find()) {
      boolean near = passage.near(pan.start(), pan.end(), PAN_NEAR);
      boolean upper = pan.group().equals(pan.group().toUpperCase(Locale.ROOT));
      if (near || upper) {
        found.accept(new Finding(pan.start(), pan.end(), Kind.PAN, near ? 0.98 : 0.85));
      }
    }
    Matcher gstin = passage.all(GSTIN);
    while (gstin.find()) {
      boolean right = CheckDigits.gstin(gstin.group().toUpperCase(Locale.ROOT));
      found.accept(new Finding(gstin.start(), gstin.end(), Kind.GSTIN, right ? 1 : 0.65));
    }
    each(passage.all(IFSC), Kind.IFSC, 0.8, found);
  }

  private static void each(Matcher matcher, Kind kind, double confidence, Consumer<Finding> found) {
    while (matcher.find()) {
      found.accept(new Finding(matcher.start(), matcher.end(), kind, confidence));
    }
  }
}
