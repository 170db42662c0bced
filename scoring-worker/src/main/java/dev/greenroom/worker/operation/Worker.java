package dev.greenroom.worker.operation;

import dev.greenroom.worker.intake.Intake;
import dev.greenroom.worker.publishing.Publishing;
import dev.greenroom.worker.scoring.Preparation;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts and stops the parts of the worker in their order. */
@Singleton
final class Worker {

    private final Publishing publishing;
    private final Background background;
    private final Intake intake;
    private final Handback handback;
    private final Preparation preparation;

    Worker(Publishing publishing, Background background, Intake intake, Handback handback, Preparation preparation) {
        this.publishing = publishing;
        this.background = background;
        this.intake = intake;
        this.handback = handback;
        this.preparation = preparation;
    }

    void start(@Observes StartupEvent event) {
        background.start();
        intake.start();
        preparation.start();
    }

    /** Everything that is claimed is either finished or given back before the relay says its last word. */
    void stop(@Observes ShutdownEvent event) {
        handback.hurry();
        intake.stop();
        handback.finishOrGiveBack();
        background.stop();
        publishing.close();
    }
}
