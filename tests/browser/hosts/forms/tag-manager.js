window.dataLayer ??= [];
for (const name of ["change", "result", "cta"]) {
  addEventListener(`pipeline-lever-${name}`, ({ detail }) => window.dataLayer.push({
    event: `calculator_${name}`,
    calculator: { headline: detail.headline, link: detail.link, answer: detail.answer ?? null, stage: detail.stage ?? null },
  }));
}
