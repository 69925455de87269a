// Package audit has the built sample judged by tools that this project did not
// write: the Nu HTML checker, html-validate, a link checker, and axe-core in
// Chromium. test/install installs them; a tool that is missing fails its test.
package audit
