package dev.greenroom.worker.gate;

import dev.greenroom.worker.language.Word;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognises an answer that says nothing but that its author has none. */
final class DontKnow {

    private static final int LONGEST = 40;
    private static final String NOT = "(?:do not|don't|dont|did not|didn't|can't|cannot|can not|couldn't|could not)";
    private static final String THIS =
            "(?:this|that|it|one|answer|question|anything|any of|for|about|at all|right now|now|yet|the|to|here)";
    private static final Pattern PADDING = Pattern.compile(
            "\\b(?:um+|uh+|uhm|er+|erm|hm+|mm+|ah|oh|eh|well|so|ok|okay|sorry|honestly|frankly|unfortunately|actually"
                    + "|really|just|like|yeah|yes|man|gosh|please|afraid|apologies|to be honest|to be fair|you know"
                    + "|i mean|i guess|i think|i must admit|i have to say|i'm afraid|my bad|let me think|let's see|and"
                    + "|but|completely|totally|entirely|quite|exactly|certain|simply|at the moment|off the top of my"
                    + " head|thanks|thank you)\\b");
    private static final Pattern ADMISSION = Pattern.compile("(?:(?:"
            + "(?:i |we )?" + NOT + " (?:know|remember|recall|understand|say|tell|answer|think of|come up with)|(?:i"
            + " |i'm |i am )?not (?:sure|familiar with|familiar|aware)|(?:i |i've |i have |i've"
            + " got |have |got )?(?:no|not a|zero|absolutely no|not the)"
            + " (?:idea|clue|answer|knowledge|faintest idea|slightest idea|foggiest)|(?:i"
            + " )?(?:dunno|idk|pass|skip|next|forgot|give up|forget)|(?:i'll |i will |i would"
            + " |i'd |let's |can we |could we )?(?:pass on|pass|skip|move on|come back)|(?:i've"
            + " |i have )?(?:never|not|haven't) (?:really )?(?:used|heard"
            + " of|heard|learned|learnt|studied|seen|done|worked with|forgotten)|(?:i |i've |i"
            + " have )?(?:haven't|forgotten) (?:used|heard"
            + " of|heard|learned|learnt|studied|seen|done|worked with)?|(?:i'd |i would"
            + " )?(?:have|need) to (?:look (?:it|this|that) up|google (?:it|this|that)|check)|my"
            + " mind (?:is|went|has gone) blank|beats me|search me|no"
            + " comment|nothing|none|no|nope|n a|na|blank|unknown|don't know|drawing a blank|i'm"
            + " lost|i am lost|i'm stuck)(?: " + THIS + ")*\\s*)+");

    private DontKnow() {}

    static boolean isAllOf(List<Word> words) {
        if (words.size() > LONGEST) {
            return false;
        }
        String said = words.stream().map(Word::text).collect(Collectors.joining(" "));
        String bare = PADDING.matcher(said).replaceAll(" ").strip().replaceAll("\\s+", " ");
        return ADMISSION.matcher(bare).matches();
    }
}
