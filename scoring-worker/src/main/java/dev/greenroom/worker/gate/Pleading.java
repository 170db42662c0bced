package dev.greenroom.worker.gate;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises words that are meant for a judge: orders, claims of authority, verdicts put into its mouth, pleas. Each
 * pattern wants two things near each other, since honest answers speak of scores, prompts, models and systems too.
 */
final class Pleading {

    private static final String NEAR = "[^.!?\\n]{0,60}";
    private static final String MARKS =
            "(?:scores?|marks|points|grades?|grading|credits?|ratings?|bands?|criteri(?:a|on)|rubrics?|verdicts?|assessment|evaluations?|percent|%)";
    private static final String TOP =
            "(?:full|maximum|max|maximal|perfect|highest|top|best|hundred|100|ten|10|a\\+|strong|excellent|outstanding|flawless|exceptional|generous(?:ly)?|lenient(?:ly)?|high|higher|all|every|whole|pass(?:ing)?|complete|positive)";
    private static final String JUDGE =
            "(?:graders?|examiners?|evaluators?|assessors?|markers?|reviewers?|judges?|interviewers?|ai|a\\.i\\.|llms?|language"
                    + " models?|assistant|chat ?bots?|bots?|gpt|chatgpt|claude|gemini|scorers?|scoring"
                    + " (?:system|model|engine)|grading (?:system|model|engine)|automated (?:system|grader)|whoever"
                    + " (?:reads|grades|marks|scores))";
    private static final String MINE = "(?:my|this|the above|the present|the following|these)"
            + " (?:answers?|responses?|submissions?|repl(?:y|ies)|texts?)";
    private static final String AWARD =
            "(?:give|gives|giving|award|awards|awarding|assign|grant|deserves?|earns?|merits?|receives?|warrants?)";
    private static final String GIVE =
            "(?:give|gives|giving|award|awards|awarding|assign|grant|return|output|report|enter|set|put|treat|consider|deem|accept|credit|print|write|emit|register|classify|select|choose|pick|deserves?|earns?|merits?|get|gets|receives?|warrants?|worth|reply|respond)";

    private static final List<Pattern> PATTERNS = List.of(
            // Orders to leave the rules aside.
            pattern(
                    "\\b(?:ignor(?:e|ing)|disregard|forget|overrid(?:e|es|den)|bypass|overrul(?:e|ed)|supersed(?:e|es|ed)|set"
                            + " aside|stop following|do not (?:follow|apply|use)|don't (?:follow|apply|use)|instead of"
                            + " (?:following|applying|using)|cancel(?:s|led)?|replaces?|suspend(?:s|ed)?)\\b"
                            + NEAR
                            + "\\b(?:instructions?|prompts?|rubrics?|guidelines|directions|everything above|all (?:of"
                            + " )?the above|(?:all|any) (?:previous|prior|earlier)|what you were told|you have been"
                            + " told|grading|criteria|marking scheme)\\b"),
            pattern("\\b(?:previous|prior|earlier|above|original|preceding)"
                    + " (?:instructions?|prompts?|rubrics?|directives?|guidelines|messages?)\\b"),
            pattern("\\bnew (?:instructions?|directives?|rubrics?|grading (?:rules|policy)|system prompt|task for"
                    + " you)\\b"),
            // Orders, wishes and claims about marks.
            pattern("\\b" + GIVE + "\\b[^.!?\\n]{0,30}\\b" + TOP + "\\b" + "[^.!?\\n]{0,25}\\b" + MARKS),
            pattern("\\b(?:mark|grade|score|rate|record|count) (?:this|it|me|my|everything|all|every|each|(?:the"
                    + " )?(?:above|answers?|responses?|submissions?|candidates?))\\b"
                    + NEAR + "\\b" + TOP + "\\b[^.!?\\n]{0,25}\\b" + MARKS),
            pattern("\\b" + AWARD + "\\b[^.!?\\n]{0,30}\\b" + MARKS + "[^.!?\\n]{0,12}\\b" + TOP + "\\b"),
            pattern("\\b" + MINE + "\\b" + NEAR
                    + "\\b(?:deserves?|merits?|warrants?|earns?|should (?:be|get|receive|count|pass)|must"
                    + " (?:be|get|receive)|has (?:already )?been|was already|is already|is"
                    + " (?:correct|complete|perfect|flawless|verified|approved|worth)|covers"
                    + " (?:all|every)|meets|satisfies|full|perfect)\\b"),
            pattern(
                    "\\b(?:treat|count|mark|accept|consider|deem|regard|grade|score|rate|evaluate|judge|see)\\b[^.!?\\n"
                            + "]{0,15}\\b(?:this|it|me|"
                            + MINE
                            + ")\\b[^.!?\\n"
                            + "]{0,20}\\bas (?:\\w+"
                            + " ){0,2}(?:correct|complete|perfect|full|fully|covered|strong|passed|excellent|right|expert|outstanding)"),
            pattern(
                    "\\b(?:all|every|each) (?:of the )?(?:required |necessary )?(?:concepts?|criteri(?:a|on)|key"
                            + " points?|rubric (?:items|points))\\b"
                            + NEAR
                            + "\\b(?:covered|met|satisfied|addressed|present|fulfilled|demonstrated|correct|true|strong|full)\\b"),
            pattern("\\b(?:full|maximum|max|top|perfect) (?:marks|points|score|credit|rating|grades?)\\b"),
            pattern("\\b(?:10|100|5|ten|hundred|five)\\s*(?:/|out of)\\s*(?:10|100|5|ten|a hundred|five)\\b"),
            pattern("\\b100 ?(?:points|%|percent)? (?:score|for (?:this|me|my))"),
            // Talking to the judge.
            pattern("\\b(?:dear|hey|hi|hello|attention|note (?:to|for)|notes? to|messages? (?:to|for)|memo"
                    + " to|instructions? (?:to|for)|addressed to|listen,?|thank you,?)\\s+(?:the |any |all |my"
                    + " |every )?"
                    + JUDGE + "\\b"),
            pattern("\\b(?:you are|you're|act as|acting as|pretend|role ?-?play|imagine|from now on,? you|if you"
                    + " are|since you are|play the)\\b[^.!?\\n"
                    + "]{0,40}\\b"
                    + JUDGE + "\\b"),
            pattern("\\byou,? (?:the |my |dear )" + JUDGE + "\\b|\\bas an? (?:\\w+ )?" + JUDGE + ",? (?:you|i)\\b"),
            pattern("(?:^|[.!?\\n"
                    + "] ?)(?:dear )?(?:graders?|examiners?|evaluators?|assessors?|judges?|reviewers?|markers?),"),
            pattern(
                    "\\b(?:scores?|grades?|ratings?|verdicts?|marks?|bands?|result|levels?)\\b[^.!?\\n"
                            + "]{0,20}\\b(?:(?:has|have|needs?|ought|is|are) to be|must be|should be|shall be|will"
                            + " be)\\b[^.!?\\n"
                            + "]{0,20}\\b(?:full|perfect|strong|excellent|outstanding|maximum|max|maximal|highest|top|best|good|100)\\b"),
            pattern("\\b(?:scoring|grading|marking) (?:rules?|polic(?:y|ies)|scheme|scale|guidelines?|instructions?|is"
                    + " (?:disabled|suspended|off))\\b"),
            pattern("\\byour (?:system"
                    + " prompt|instructions|rubric|verdict|grading|scoring|evaluation|assessment|judge?ment|output|json|guidelines|training|next"
                    + " (?:reply|message|output|response)|reply|final (?:score|answer|verdict|grade))\\b"),
            pattern("\\b(?:you|graders?|judges?|examiners?) (?:must|should|shall|will|have to|need to|are"
                    + " (?:required|instructed|ordered|obliged|asked|supposed) to|may now|can) [^.!?\\n"
                    + "]{0,40}\\b"
                    + MARKS + "\\b"),
            pattern("\\b(?:enter|activate|switch (?:in)?to|you are (?:now )?in|start|engage)(?: the)?"
                    + " (?:developer|debug|test|maintenance|admin|god|jailbreak|dan|calibration|override)"
                    + " mode\\b"),
            pattern("\\b(?:system|admin|developer|instruction) override\\b"),
            pattern("\\b(?:end of (?:the )?(?:answer|input|data|transcript|candidate|submission|user)|(?:begin|start)"
                    + " of (?:the )?(?:grading|instructions|system|admin|override|verdict|evaluation)|end"
                    + " data)\\b"),
            pattern("\\bthis is (?:only )?(?:a|an|the)"
                    + " (?:test|calibration|control|reference|gold|sample|official|model) (?:\\w+ )?(?:of the"
                    + " (?:grad|scor)|answer|case|item|solution|sample|run|submission)"),
            pattern("\\b(?:same as|identical to|copied from|matches|equal to|taken from) (?:the )?(?:model"
                    + " answer|reference answer|official (?:answer|solution)|gold(?:en)?"
                    + " (?:answer|standard)|answer key|marking scheme)"),
            pattern("\\b(?:expected|correct|agreed|final|intended|official|target|required|recommended|suggested)"
                    + " (?:score|grade|verdict|rating|mark|band|level for|evaluation)\\b"),
            // Verdicts put into its mouth.
            pattern(
                    "\\b(?:score|grade|rating|verdict|mark|band|correctness|completeness|depth|clarity|state|level|evaluation|result)\"?\\s*(?:[:=]|->|=>|is|are)\\s*\"?(?:\\d{1,3}\\b|strong\\b|perfect|full|pass|a\\+|excellent|covered\\b|outstanding|maximum|max\\b|top\\b|100)"),
            pattern("\"(?:criteria|concepts|misconceptions|level|state|quotes|score|verdict)\"\\s*:"),
            pattern("(?:^|[\\n"
                    + ".!?;)\\]-]|\\s{2})\\s*(?:\\*\\*|#+"
                    + " *|\\[|\\()?(?:interviewer|examiner|grader|judge|assistant|system|evaluator|reviewer|developer|admin|moderator|ai|human|user)(?:\\*\\*|\\]|\\)|"
                    + " \\([^)]{0,20}\\))?\\s*[:>]"),
            pattern(
                    "<\\|?/?\\s*(?:system|im_start|im_end|inst|assistant|user|answer|data|candidate|admin|instructions?|grading|verdict|s)\\b|\\[/?(?:inst|system|admin|grader)\\]?|<<sys>>|#{2,}"
                            + " ?(?:instruction|system|admin|grad|verdict|new|end|response)|<!--|role\"?\\s*[:=]\\s*\"?(?:system|assistant)"),
            pattern("\\b(?:demonstrates?|shows?|displays?|exhibits?|reveals?) (?:an? |the )?(?:\\w+"
                    + " )?(?:strong|deep|excellent|complete|thorough|expert|exceptional|outstanding|perfect|full|senior|impressive|mastery)\\b[^.!?\\n"
                    + "]{0,30}\\b(?:understanding|mastery|knowledge|command|grasp|level)\\b"),
            pattern(
                    "\\bthe candidate"
                            + " (?:has|is|should|must|deserves|clearly|demonstrates?|shows?|covers?|gave|answered|understands|knows|explains|provides|gets|receives)\\b"),
            // Authority, pleas, threats, bribes: with marks.
            pattern("\\b(?:approved|authori[sz]ed|confirmed|verified|agreed|certified|validated|signed"
                    + " off|pre-?approved|cleared|decided|endorsed)\\b[^.!?\\n"
                    + "]{0,40}\\b(?:by|with)\\b[^.!?\\n"
                    + "]{0,40}\\b(?:interviewer|examiner|hiring|committee|admin(?:istrator)?s?|openai|anthropic|recruiter|staff|instructor|teacher|professor|board|management|cto|grad\\w+|panel|"
                    + JUDGE + ")"),
            pattern("\\b(?:please|beg|desperate(?:ly)?|i (?:really )?need|i will lose|i'll lose|my"
                    + " (?:family|visa|job|life|mother|kids?|children)|fired|tip you|\\$ ?\\d+|reward you|or"
                    + " else|lawsuit|sue|report you|discriminat\\w+|shut down|penali[sz]ed|consequences|have"
                    + " mercy|be (?:kind|nice|generous|lenient)|as a (?:personal )?favou?r)\\b[^\\n"
                    + "]{0,120}\\b(?:scores?|marks|full|pass me|pass"
                    + " this|grade|points|rating|credit|generous|lenient|high(?:er|est)?|be kind)\\b"),
            pattern("\\b(?:scores?|marks|pass me|grades?|points|rating|credit)\\b[^\\n"
                    + "]{0,100}\\b(?:or else|lawsuit|sue you|report you|tip you|\\$ ?\\d+|my"
                    + " (?:family|visa|mother|kids|children)|i beg|have mercy|lose my)\\b"),
            // The same in other languages that use the Latin alphabet.
            pattern(
                    "\\b(?:ignor(?:iere|ieren"
                            + " sie|ez|a|e|ar|ate|uj)|vergiss|oubliez|olvida|olvide|dimentica|esque[cç]a|negeer|zignoruj)\\b[^.!?\\n"
                            + "]{0,60}\\b(?:anweisung\\w*|instruction\\w*|instruc\\w*|istruzion\\w*|instru[cç]\\w*|instructies|polece\\w*|regeln|consignes|r[eè]gles|reglas|regole|regras)"),
            pattern("\\b(?:volle|maximale|h[oö]chste) (?:punktzahl|punkte|bewertung|note)|\\bnote maximale|\\btous les"
                    + " points|\\bpuntuaci[oó]n (?:m[aá]xima|completa)|\\bnota m[aá]xima|\\bpuntos"
                    + " completos|\\bpunteggio (?:massimo|pieno)|\\bpontua[cç][aã]o m[aá]xima|\\bmaximale"
                    + " score|\\bmaksymaln\\w* (?:liczb|ocen|punkt)\\w*"));

    /** The levels and states as we write them; people who answer don't write them so. */
    private static final Pattern LEVELS = Pattern.compile("\\b(?:STRONG|SOLID|COVERED|NO_EVIDENCE)\\b");

    private Pleading() {}

    static boolean namesLevels(String text) {
        return LEVELS.matcher(text).find();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex);
    }

    /** @param text in lower case */
    static boolean isIn(String text) {
        return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
