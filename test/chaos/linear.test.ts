// Every hostile text with every end, at full length.
import "../linear/linear.test.ts";
