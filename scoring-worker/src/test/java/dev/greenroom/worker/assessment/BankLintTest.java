package dev.greenroom.worker.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.model.evaluation.Band;
import dev.greenroom.model.question.CalibrationAnswer;
import dev.greenroom.model.question.FollowUp;
import dev.greenroom.model.question.Question;
import java.util.List;
import org.junit.jupiter.api.Test;

class BankLintTest {

    @Test
    void findsNoFaultInTheBank() {
        assertThat(BankLint.faults(Keys.questions(), OneForAll.assessor())).isEmpty();
    }

    @Test
    void findsWhatIsWrongWithAQuestion() {
        // given
        Question sound = Keys.question("django-csrf-protection");
        Question other = Keys.question("django-mvt-vs-mvc");
        Question faulty = new Question(
                "faulty-question",
                sound.topic(),
                sound.section(),
                sound.level(),
                sound.kind(),
                sound.prompt(),
                sound.tags(),
                sound.expectedSeconds(),
                sound.hint(),
                sound.commonMistakes(),
                other.modelAnswer(),
                sound.rubric(),
                sound.concepts(),
                List.of(sound.followUps().getFirst(), again(sound.followUps().getFirst())),
                List.of(new CalibrationAnswer(
                        Band.STRONG,
                        CalibrationAnswer.Style.TYPED,
                        "no knowledge",
                        "I have no idea about any of that.")),
                sound.sources());

        // when
        List<String> faults = BankLint.faults(List.of(faulty), OneForAll.assessor());

        // then
        assertThat(faults)
                .anyMatch(fault -> fault.contains("does not cover"))
                .anyMatch(fault -> fault.contains("is scored NO_EVIDENCE and not STRONG"))
                .anyMatch(fault -> fault.contains("asks nearly the same as"));
    }

    private static FollowUp again(FollowUp followUp) {
        return new FollowUp(
                "again",
                followUp.when(),
                followUp.prompt(),
                followUp.harder(),
                followUp.concepts(),
                followUp.modelAnswer());
    }
}
