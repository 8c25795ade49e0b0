package dev.fanlight.agent.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanlight.cli.UserException;
import org.junit.jupiter.api.Test;

class SupportedComputerTest {

    @Test
    void a32BitSystemIsRefusedWithItsName() {
        assertThatThrownBy(() -> SupportedComputer.check("arm"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the 64-bit Raspberry Pi OS (yours is arm)");
        SupportedComputer.check(System.getProperty("os.arch"));
    }
}
