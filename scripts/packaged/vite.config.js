// The package names its files by where its script is: so it has to stay there.
export default { optimizeDeps: { exclude: ["pipeline-lever"] } };
