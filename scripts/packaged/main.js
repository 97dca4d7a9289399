import "pipeline-lever";
