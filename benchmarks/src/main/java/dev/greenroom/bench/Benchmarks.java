package dev.greenroom.bench;

import dev.greenroom.bench.grading.Calibrate;
import dev.greenroom.bench.grading.GradeBench;
import dev.greenroom.bench.judging.JudgeBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be measured and fitted, a command each. */
@Command(
        name = "greenroom",
        subcommands = {Bench.class, GradeBench.class, Calibrate.class, JudgeBench.class})
final class Benchmarks {

    private Benchmarks() {}

    static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
