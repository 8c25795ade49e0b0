package dev.fanlight.relay.cli.option;

import dev.fanlight.relay.cli.terminal.Table;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has that asks the running relay. Filled by picocli. */
public final class ApiOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text, or json: what the API answers, if it answers anything.")
    private OutputFormat format = OutputFormat.TEXT;

    @Mixin
    private StateOptions state = new StateOptions();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    public RelayApi api() {
        Logs.setUp(state.isVerbose());
        return RelayApi.of(state.folder());
    }

    /** Prints what the API answered. */
    public void print(JsonObject answer, BiConsumer<Terminal, JsonObject> text) {
        if (format == OutputFormat.JSON) {
            terminal().json(answer.encode());
        } else {
            text.accept(terminal(), answer);
        }
    }

    /** Prints what the API answered: as a table, or as a sentence when there is nothing. */
    public void print(List<JsonObject> answer, String nothing, BiConsumer<Table, JsonObject> row, String... headings) {
        if (format == OutputFormat.JSON) {
            terminal().json(new JsonArray(answer).encode());
        } else if (answer.isEmpty()) {
            terminal().line(nothing);
        } else {
            Table table = new Table(headings);
            answer.forEach(item -> row.accept(table, item));
            table.print(terminal());
        }
    }

    /** Says what was done where the API answers nothing. */
    public void done(String sentence) {
        if (format == OutputFormat.TEXT) {
            terminal().line("✓ " + sentence);
        }
    }

    private Terminal terminal() {
        return Terminal.of(spec);
    }
}
