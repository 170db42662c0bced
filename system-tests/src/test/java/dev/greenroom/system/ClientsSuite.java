package dev.greenroom.system;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What clients see of services that are left alone, and all else that isn't for the {@link OperatorsSuite} and needs a service. */
@Suite
@SelectPackages("dev.greenroom.system")
@IncludeClassNamePatterns(".*IT")
@ExcludeClassNamePatterns(".*LintIT")
@ExcludeTags(OperatorsSuite.TAG)
class ClientsSuite {}
