package org.shilpi.cli;

import picocli.CommandLine;

/// The command above all commands; alone it opens the window, so that here it only asks for one.
@CommandLine.Command(
    name = "shilpi",
    mixinStandardHelpOptions = true,
    versionProvider = ShilpiCommand.Version.class)
final class ShilpiCommand {
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = ShilpiCommand.class.getPackage().getImplementationVersion();
      return new String[] {"Shilpi " + (version == null ? "0.1.0" : version)};
    }
  }
}
