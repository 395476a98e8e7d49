package org.shilpi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.data.Origin;
import org.shilpi.data.Row;

class MailTest {
  @TempDir Path folder;

  private final Reader reader = new Reader();

  @Test
  void headersBecomeFieldsAndTheSubjectStandsAboveTheWords() throws IOException {
    var mail =
        mail(
            """
            From: =?utf-8?Q?J=C3=B6rn?= Reder <joern@example.com>
            To: team@example.com
            Subject: =?gb2312?B?xOO6ww==?= =?iso-8859-1?Q?caf=E9?=
            Date: Tue, 12 May 2026 16:06:00 +0200
            Message-ID: <1@example.com>

            Two words.
            """);

    assertThat(mail.text()).isEqualTo("你好café\n\nTwo words.");
    assertThat(mail.origin().fields())
        .containsEntry(Origin.SENDER, "Jörn Reder <joern@example.com>")
        .containsEntry(Origin.DATE, "2026-05-12T14:06:00Z")
        .containsEntry(Origin.TITLE, "你好café")
        .containsEntry(Origin.ID, "<1@example.com>")
        .containsEntry(Origin.GROUP, "<1@example.com>")
        .containsEntry("to", "team@example.com");
  }

  @Test
  void quotesAndSignaturesAreSplitOff() throws IOException {
    var mail =
        mail(
            """
            From: a@example.com
            Subject: Re: lift

            The lift is broken again.

            On Mon, 11 May 2026, B wrote:
            > Is it repaired?
            >> No.
            Please send somebody.
            --\s
            A. Nobody
            Phone 123
            """);

    assertThat(mail.text())
        .isEqualTo("Re: lift\n\nThe lift is broken again.\n\nPlease send somebody.");
    assertThat(mail.origin().field("quoted").orElse(""))
        .isEqualTo("On Mon, 11 May 2026, B wrote:\n> Is it repaired?\n>> No.");
    assertThat(mail.origin().field("signature")).contains("A. Nobody\nPhone 123");
  }

  @Test
  void aMailThatOnlyForwardsKeepsWhatItForwards() throws IOException {
    var mail =
        mail(
            """
            From: a@example.com
            Subject: Fwd: bill

            ---------- Forwarded message ----------
            From: B <b@example.com>
            Date: 1 May 2026

            Please pay.
            """);

    assertThat(mail.text()).contains("Please pay.");
  }

  @Test
  void answersJoinTheThreadOfWhatTheyAnswer() throws IOException {
    mail("Message-ID: <a@x>\nFrom: a@x\nSubject: [list] The lift\n\nBroken.");
    var reply =
        mail("Message-ID: <b@x>\nIn-Reply-To: <a@x>\nFrom: b@x\nSubject: Re: The lift\n\nWhy?");
    var deeper = mail("Message-ID: <c@x>\nIn-Reply-To: <b@x>\nFrom: a@x\nSubject: No\n\nRust.");
    var bySubject = mail("Message-ID: <d@x>\nFrom: d@x\nSubject: AW: Re: the  lift\n\nAh.");
    var other = mail("Message-ID: <e@x>\nFrom: e@x\nSubject: The stairs\n\nFine.");

    assertThat(List.of(reply, deeper, bySubject))
        .allSatisfy(row -> assertThat(row.origin().field(Origin.GROUP)).contains("<a@x>"));
    assertThat(other.origin().field(Origin.GROUP)).contains("<e@x>");
  }

  @Test
  void linksTellWhereTheyReallyLead() throws IOException {
    var mail =
        mail(
            """
            From: a@example.com
            Subject: account
            Content-Type: text/html; charset=utf-8

            <html><head><title>t</title><style>p{}</style></head><body>
            <p>Sign in at <a href="http://evil.example.net/x">www.bank.example</a> or
            <a href="https://www.bank.example/help">https://www.bank.example/help</a>,
            <a href="mailto:a@b.example">write</a>.</p>
            <div style="display:none">sesame</div><script>alert(1)</script>
            <form action="http://evil.example.net/post"><input></form>
            </body></html>
            """);

    assertThat(mail.text())
        .isEqualTo(
            "account\n\nSign in at www.bank.example <http://evil.example.net/x> or"
                + " https://www.bank.example/help, write <mailto:a@b.example>.");
    assertThat(mail.origin().fields())
        .containsEntry("misleading links", "www.bank.example -> http://evil.example.net/x")
        .containsEntry("hidden", "sesame");
    assertThat(mail.origin().field("links").orElse("")).contains("http://evil.example.net/post");
  }

  @Test
  void ofTwoChoicesTheOneThatPeopleSeeIsRead() throws IOException {
    var mail =
        mail(
            """
            From: a@example.com
            Subject: s
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain

            plain words
            --a
            Content-Type: text/html

            <p>shown words</p>
            --a--
            --m
            Content-Type: application/pdf; name="=?utf-8?Q?=E0=A4=AC=E0=A4=BF=E0=A4=B2?=.pdf"
            Content-Disposition: attachment
            Content-Transfer-Encoding: base64

            JVBERi0xLjQ=
            --m
            Content-Type: text/plain
            Content-Disposition: attachment; filename*0*=utf-8''a%20; filename*1=b.txt

            attached words
            --m
            Content-Type: message/rfc822

            From: inner@example.com
            Subject: inner

            inner words
            --m--
            """);

    assertThat(mail.text()).isEqualTo("s\n\nshown words");
    assertThat(mail.origin().field("attachments").orElse(""))
        .isEqualTo(
            "बिल.pdf (application/pdf, 8)\na b.txt (text/plain, 14)\npart 3 (message/rfc822, 51)");
    var inner = (Row.Text) reader.read(folder.resolve("m.eml")).get(1);
    assertThat(inner.text()).isEqualTo("inner\n\ninner words");
    assertThat(inner.origin().field(Origin.GROUP)).isEqualTo(mail.origin().field(Origin.GROUP));
    assertThat(reader.withAttachments(folder.resolve("m.eml")))
        .filteredOn(Row.Text.class::isInstance)
        .extracting(row -> ((Row.Text) row).text())
        .contains("attached words");
  }

  @ParameterizedTest
  @CsvSource({
    "big5, Big5, 資料探勘與機器學習的入門",
    "gb2312, GB18030, 你好，世界。请尽快回复",
    "3dgb2312, GB18030, 你好，世界。请尽快回复",
    "iso-2022-jp, ISO-2022-JP, こんにちは、世界",
    "shift_jis, windows-31j, こんにちは、世界。機械学習",
    "euc-kr, x-windows-949, 안녕하세요 세계",
    "windows-1251, windows-1251, Здравствуйте товарищи",
    "koi8-r, KOI8-R, Здравствуйте товарищи",
    "3Diso-8859-1, windows-1252, Grüße – schöne Straße",
    "iso-8859-2, ISO-8859-2, Zażółć gęślą jaźń",
    "default, windows-1252, “café” – naïve",
    "utf-8, UTF-8, हिन्दी में संदेश",
    "us-ascii, UTF-8, हिन्दी में संदेश",
    "x-unknown, windows-1251, Уважаемые дамы и господа! Сообщаем вам о новых условиях поставки"
  })
  void textInAnyEncodingIsReadRight(String named, String real, String text) throws IOException {
    var mail =
        mail(
            "From: a@example.com\nSubject: x\nContent-Type: text/plain; charset=\""
                + named
                + "\"\n\n"
                + text,
            Charset.forName(real));

    assertThat(mail.text()).isEqualTo("x\n\n" + text);
  }

  @Test
  void brokenMailsKeepTheirWords() throws IOException {
    assertThat(mail("From: a@x\nSubject: s\nContent-Type: multipart/mixed\n\nno marks").text())
        .contains("no marks");
    assertThat(
            mail("From: a@x\nSubject: s\nContent-Type: multipart/mixed; boundary=b\n\n--c\nodd")
                .text())
        .contains("odd");
    assertThat(
            mail("From: a@x\nSubject: s\nContent-Transfer-Encoding: base64\n\nSGVsbG8gd29y*bGQ")
                .text())
        .contains("Hello wor");
    assertThat(mail("From: a@x\nSubject: s\nNo header at all\nwords").text()).contains("words");
  }

  @Test
  void anEmptyMailIsRefused() throws IOException {
    Files.writeString(folder.resolve("e.eml"), "From: a@x\nTo: b@x\n\n\n");

    assertThat(Reader.refusal(reader.read(folder.resolve("e.eml"))))
        .isEqualTo("rejected.mail-empty");
  }

  private Row.Text mail(String content) throws IOException {
    return mail(content, StandardCharsets.UTF_8);
  }

  private Row.Text mail(String content, Charset charset) throws IOException {
    return reader.text(Reader.write(folder, "m.eml", content, charset));
  }
}
