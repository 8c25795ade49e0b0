package dev.fanlight.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.relay.cli.terminal.Table;
import dev.fanlight.relay.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCellAndCellsStayInTheirLine() {
        Table table = new Table("ID", "LABEL");
        table.row("a", "x\n\u001b[31my");
        table.row("longer", "🦉");
        assertThat(printed(table)).isEqualTo("ID      LABEL\na       x\uFFFD\uFFFD[31my\nlonger  🦉\n");
    }

    @Test
    void rowWithoutACellForEachHeadingIsRefused() {
        assertThatThrownBy(() -> new Table("ID", "LABEL").row("a")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String printed(Table table) {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new Probe());
        line.setOut(new PrintWriter(out));
        table.print(Terminal.of(line.getCommandSpec()));
        return out.toString();
    }

    @Command(name = "probe")
    private static final class Probe {}
}
