/** One file, where the package's modules are 600 and take ten times as long to load; its types are the package's. */
declare module "echarts/dist/echarts.esm.min.mjs" {
  export * from "echarts";
}
