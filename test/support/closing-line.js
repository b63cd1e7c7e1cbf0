/** Closes a run with one plain line, and says loudly when a whole file was skipped: silence is not a pass. */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const skipped = results.numPendingTests + results.numTodoTests;
    for (const file of results.testResults) {
      if (file.skipped || (file.numPassingTests === 0 && file.numPendingTests > 0)) {
        console.log(`NOTHING RAN in ${file.testFilePath}`);
      }
    }
    const more = skipped === 0 ? "" : `, ${skipped} skipped`;
    // A suite that cannot even be loaded has failed, though none of its tests was counted.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    console.log(`${results.numPassedTests} passed, ${failed} failed${more}`);
  }
}
