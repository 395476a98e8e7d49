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
  void linksThatHideWhereTheyLeadAreSeenThrough() throws IOException {
    var mail =
        mail(
            """
            From: a@example.com
            Subject: account
            Content-Type: text/html

            <html><head><base href="http://evil.example.net/a/">
            <meta http-equiv="refresh" content="0; url=http://evil.example.net/now"></head><body>
            <a href="login">Sign in</a>
            <a href="//evil.example.org/">Help</a>
            <a href="https://www.bank.example:443@evil.example.net/">Go to https://www.bank.example/</a>
            <a href="https://shop.bank.example/">bank.example</a>
            <iframe src="frame.html"></iframe><nav>Home</nav><!--x>the end
            """);

    assertThat(mail.text())
        .isEqualTo(
            "account\n\nSign in <http://evil.example.net/a/login> Help"
                + " <https://evil.example.org/> Go to https://www.bank.example/"
                + " <https://www.bank.example:443@evil.example.net/> bank.example"
                + " <https://shop.bank.example/> the end");
    assertThat(mail.origin().field("misleading links"))
        .contains(
            "Go to https://www.bank.example/ -> https://www.bank.example:443@evil.example.net/");
    assertThat(mail.origin().field("links").orElse(""))
        .contains("http://evil.example.net/now", "http://evil.example.net/a/frame.html");
  }

  @Test
  void whatServersSayOfAMailIsKept() throws IOException {
    var mail =
        mail(
            """
            Return-Path: <bounce@evil.example.net>
            Received: from mx.evil.example.net (mx.evil.example.net [192.0.2.7])
             by mx.example.com with ESMTP id 7; Tue, 12 May 2026 16:06:00 +0200
            Authentication-Results: mx.example.com;
             spf=fail (not allowed; spf=pass) smtp.mailfrom=evil.example.net;
             dkim=none; dmarc=fail header.from=bank.example
            Authentication-Results: forged.example; dkim=pass
            Received: from [10.0.0.1] by mx.evil.example.net; Tue, 12 May 2026 16:05:00 +0200
            From: Bank <service@bank.example>
            Reply-To: box@evil.example.org
            Sender: other@evil.example.net
            Subject: s

            words
            """);

    assertThat(mail.origin().fields())
        .containsEntry("spf", "fail")
        .containsEntry("dkim", "none")
        .containsEntry("dmarc", "fail")
        .containsEntry("return-path", "<bounce@evil.example.net>")
        .containsEntry("reply-to", "box@evil.example.org")
        .containsEntry("sender", "Bank <service@bank.example>")
        .containsEntry("sent by", "other@evil.example.net")
        .containsEntry(
            "received",
            "mx.evil.example.net (mx.evil.example.net [192.0.2.7]) -> mx.example.com\n"
                + "[10.0.0.1] -> mx.evil.example.net");
    assertThat(
            mail("Received-SPF: SoftFail (x) client-ip=192.0.2.7\nFrom: a@x\n\nw")
                .origin()
                .field("spf"))
        .contains("softfail");
  }

  @Test
  void whatMailingListsPutBelowAndOtherMarksOfQuotesAreSplitOff() throws IOException {
    var mail =
        mail(
            """
            From: a@example.com
            Subject: Re: lift

            On Mon, 11 May 2026, B wrote:
            # Is it repaired?
            Not yet.
            ____________________________________
            Lifts mailing list
            https://lists.example.com/listinfo/lifts
            """);

    assertThat(mail.text()).isEqualTo("Re: lift\n\nNot yet.");
    assertThat(mail.origin().field("quoted"))
        .contains("On Mon, 11 May 2026, B wrote:\n# Is it repaired?");
    assertThat(mail.origin().field("signature").orElse("")).contains("Lifts mailing list");
  }

  @Test
  void wordsBelowCodeAndPagesSentAsTextAreRead() throws IOException {
    var list =
        mail(
            "From: a@x\nSubject: s\nContent-Transfer-Encoding: base64\n\nSGVsbG8gd29y\nbGQ=\n\n"
                + "---\nThe list\n");
    var noBlankLine =
        mail("From: a@x\nSubject: s\nContent-Transfer-Encoding: base64\n\nSGVsbG8=\n---\nThe list");
    var page = mail("From: a@x\nSubject: s\nContent-Type: text/plain\n\n<HTML><b>Hi</b> you");

    assertThat(list.text()).isEqualTo("s\n\nHello world\n\n---\nThe list");
    assertThat(noBlankLine.text()).isEqualTo("s\n\nHello\n\n---\nThe list");
    assertThat(page.text()).isEqualTo("s\n\nHi you");
  }

  @Test
  void fillingThatNobodySeesIsLeftOutButNotTheJoinersOfWords() throws IOException {
    assertThat(mail("From: a@x\nSubject: s\n\nHi \u200c \u200c \u200cक\u094d\u200dष").text())
        .isEqualTo("s\n\nHi   क\u094d\u200dष");
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
    "us-ascii, windows-1254, Artık tüm haberleri tek siteden takip edebileceksiniz: sağlık ve başlıklar",
    "us-ascii, GB18030, Please click here to see more of it and to stay with us: 请按这里进入网站",
    "iso-8859-1, windows-1252, Það er ýmislegt sem þarf að gera í dag á Íslandi",
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
