package journey

// MetricBlock is the block that shows a metric: its latest value, its target and
// its results over time.
type MetricBlock struct {
	Metric Ref
	Chart  Bool // whether to draw the results; true unless it is set
}

func (*MetricBlock) block() {}

func readMetricBlock(r *reader) Block {
	r.Require("metric", `"store-nps"`)
	return &MetricBlock{Metric: r.ref("metric", KindMetric), Chart: r.flag("chart")}
}
