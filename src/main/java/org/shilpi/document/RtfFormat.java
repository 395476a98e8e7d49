package org.shilpi.document;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import com.rtfparserkit.rtf.Command;
import com.rtfparserkit.rtf.CommandType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rich Text Format (1.9.1).
final class RtfFormat implements Formats.Format {
  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    reading.found(content, text(content.bytes()), Map.of());
  }

  static String text(byte[] rtf) throws IOException {
    Words words = new Words();
    new StandardRtfParser().parse(new RtfStreamSource(new ByteArrayInputStream(rtf)), words);
    return words.text.toString();
  }

  private static final class Words extends RtfListenerAdaptor {
    /// Groups that hold text; every other destination holds what is not shown.
    private static final Set<Command> SHOWN =
        EnumSet.of(
            Command.rtf,
            Command.field,
            Command.fldrslt,
            Command.footnote,
            Command.annotation,
            Command.header,
            Command.footer,
            Command.headerf,
            Command.footerf,
            Command.shptxt,
            Command.pntext,
            Command.listtext);

    /// Notes, which stand in brackets where their mark is.
    private static final Set<Command> NOTES = EnumSet.of(Command.footnote, Command.annotation);

    private static final Pattern LINK = Pattern.compile("HYPERLINK\\s+\"([^\"]+)\"");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder instruction = new StringBuilder();
    private final Deque<Command> groups = new ArrayDeque<>();
    private Command group = Command.rtf;
    private int fieldStart;

    @Override
    public void processGroupStart() {
      groups.push(group);
    }

    @Override
    public void processGroupEnd() {
      Command ended = group;
      group = groups.isEmpty() ? Command.rtf : groups.pop();
      if (ended == Command.field && group != Command.field) {
        endField();
      } else if (NOTES.contains(ended) && !NOTES.contains(group)) {
        text.append(']');
      }
    }

    private void endField() {
      Matcher matcher = LINK.matcher(instruction);
      if (matcher.find()) {
        Link link = new Link(text.substring(fieldStart).strip(), matcher.group(1));
        if (link.leadsOut() && !link.tellsTarget()) {
          text.append(' ').append(link.told());
        }
      }
      instruction.setLength(0);
    }

    @Override
    public void processString(String found) {
      if (group == Command.fldinst) {
        instruction.append(found);
      } else if (SHOWN.contains(group)) {
        text.append(found);
      }
    }

    @Override
    public void processCommand(Command command, int parameter, boolean has, boolean optional) {
      if (command.getCommandType() == CommandType.Destination || optional) {
        // What lies inside of something that is not shown is not shown either.
        boolean shown = SHOWN.contains(group) || command == Command.fldinst;
        if (shown && NOTES.contains(command)) {
          text.append(" [");
        }
        if (shown || command == Command.shptxt) {
          group = command;
        }
        if (command == Command.field) {
          fieldStart = text.length();
        }
      } else if (SHOWN.contains(group)) {
        switch (command) {
          case par, line, row, page, sect, nestrow -> text.append('\n');
          case tab, cell, nestcell -> text.append('\t');
          case emdash -> text.append('\u2014');
          case endash -> text.append('\u2013');
          case lquote -> text.append('\u2018');
          case rquote -> text.append('\u2019');
          case ldblquote -> text.append('\u201c');
          case rdblquote -> text.append('\u201d');
          case bullet -> text.append('\u2022');
          case emspace, enspace, qmspace, nonbreakingspace -> text.append(' ');
          case nonbreakinghyphen -> text.append('-');
          default -> {}
        }
      }
    }
  }
}
