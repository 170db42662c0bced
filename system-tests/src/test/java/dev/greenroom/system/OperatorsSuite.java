package dev.greenroom.system;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * What operators do to services: kill, stop, upgrade and configure them. A suite runs in one process, and so with one
 * {@link SharedStack} of each kind.
 */
@Suite
@SelectPackages("dev.greenroom.system")
@IncludeClassNamePatterns(".*IT")
@IncludeTags(OperatorsSuite.TAG)
class OperatorsSuite {
    static final String TAG = "operators";
}
