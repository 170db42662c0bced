package dev.greenroom.worker.assessment;

import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that share {@link OneForAll}: a suite runs in one process, which encodes the bank once. */
@Suite
@SelectPackages("dev.greenroom.worker.assessment")
class GradingSuite {}
