package org.comparto.command;

import java.io.IOException;
import java.util.Arrays;

/** Where the launcher starts a verb: {@code load} or {@code rollback}, then its arguments. */
public final class Command {

  private Command() {}

  public static void main(String[] arguments) throws IOException {
    String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
    int exit;
    try {
      exit = switch (arguments.length == 0 ? "" : arguments[0]) {
        case "load" -> RoadsCommand.isMeant(rest) ? new RoadsCommand(rest).run() : AtecoCommand.isMeant(rest) ? new AtecoCommand(rest).run()
            : Arrays.asList(rest).contains(DueCommand.FLAG) ? new DueCommand(rest).run() : new LoadCommand(rest).run();
        case "rollback" -> new RollbackCommand(rest).run();
        default -> throw new Refused("there is no such verb; see ./comparto help");
      };
    } catch (Refused e) {
      System.err.println("comparto: " + e.getMessage());
      exit = 2;
    }
    System.exit(exit);
  }
}
