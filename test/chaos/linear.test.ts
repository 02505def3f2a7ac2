// Every hostile text with every end, at full length.
import "../architecture/patterns.test.ts";
import "../linear/linear.test.ts";
