//! The map of leads and conversion: a sentence, the picture with what is on it, and its table.

use super::exhibit::Exhibit;
use yew::prelude::*;

use super::findings::Found;
use super::names::{channel_name, stage_name};
use super::picture::figure;
use crate::i18n::explorer::arguments::map as with;
use crate::insights::{Assumption, EqualConversion, LeadRateMap};
use crate::plot::Shape;
use crate::ui::charts::map_chart::{MapChart, Mark};
use crate::ui::controls::opens::opens_cell;
use crate::ui::words::Words;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct MapProps {
    pub words: Words,
    pub found: Found<LeadRateMap>,
}

/// The panel.
pub(super) struct MapPanel;

impl Component for MapPanel {
    type Message = ();
    type Properties = MapProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let MapProps { words, found } = context.props();
        let map = &*found.value;
        let texts = &words.explorer().map;
        let answer = answer(*words, found);
        let marks = marks(*words, map);
        let chart = MapChart {
            words: *words,
            map,
            marks: &marks,
            label: answer.clone(),
        };
        let (known, value) = match of_pair(found) {
            Some(EqualConversion::At(conversion)) => ("at", Some(conversion.to_string())),
            Some(EqualConversion::LeadsGainNothing) => ("leadsGainNothing", None),
            Some(EqualConversion::Never) => ("never", None),
            None => ("noMore", None),
        };
        let upwards = [
            &stage_name(*words, &found.document, found.pair.stage),
            ": ",
            words.texts().fields.conversion,
        ];
        let drawing = html! {
            <>
                { chart.view() }
                <p class="map-across">{ words.texts().fields.leads_per_month }</p>
                { key(*words, found, &marks) }
            </>
        };
        let caption = html! { <b>{ upwards.concat() }</b> };
        let figure = figure(*words, Exhibit::Map, caption, drawing, table(*words, found));
        html! {
            <section class="map" aria-labelledby="map-title" data-fact="map" data-value={value} data-known={known}>
                <h2 id="map-title">{ texts.title }</h2>
                <p class="finding">{ answer }</p>
                { figure }
            </section>
        }
    }
}

/// What is known of the pair's leads.
fn of_pair(found: &Found<LeadRateMap>) -> Option<EqualConversion> {
    let times = found.pair.leads_times.get();
    let mut columns = found.value.equal.iter();
    let column = columns.find(|(column, _)| column.to_bits() == times.to_bits() && *column > 1.0);
    column.map(|(_, equal)| *equal)
}

fn answer(words: Words, found: &Found<LeadRateMap>) -> String {
    let texts = &words.explorer().map;
    let map = &found.value;
    let stage = &*stage_name(words, &found.document, found.pair.stage);
    let leads = &*words.whole((map.leads.times - 1.0) * map.leads_per_month);
    let answer = match of_pair(found) {
        Some(EqualConversion::At(conversion)) => texts.at(with::At {
            leads,
            stage,
            conversion: &words.percent(conversion),
        }),
        Some(EqualConversion::LeadsGainNothing) => texts.nothing(with::Nothing { leads, stage }),
        Some(EqualConversion::Never) => texts.never(with::Never { leads, stage }),
        None => texts.no_more(stage),
    };
    let channel = found.pair.channel.map(|channel| {
        let name = channel_name(words, &found.document, channel);
        words.explorer().fix_or_buy.of_channel(&name)
    });
    [answer, channel.unwrap_or_default()].join(" ")
}

fn marks(words: Words, map: &LeadRateMap) -> [Mark; 3] {
    [
        Mark {
            id: "today",
            shape: Shape::Circle,
            name: words.explorer().table.today,
            short_name: words.explorer().table.today,
            point: map.today,
        },
        Mark {
            id: "fix",
            shape: Shape::Square,
            name: words.explorer().break_even.level,
            short_name: words.texts().ways.stage,
            point: map.fix,
        },
        Mark {
            id: "leads",
            shape: Shape::Triangle,
            name: words.explorer().map.more_leads,
            short_name: words.explorer().table.leads,
            point: map.leads,
        },
    ]
}

/// What the marks and the lines are, with the numbers of the marks.
fn key(words: Words, found: &Found<LeadRateMap>, marks: &[Mark; 3]) -> Html {
    let texts = &words.explorer().map;
    let map = &found.value;
    let marks = marks.iter().map(|mark| {
        let point = mark.point;
        let said = texts.place(with::Place {
            leads: &words.units(point.times * map.leads_per_month),
            conversion: &words.percent(point.conversion),
            result: &words.objective(found.objective, point.objective),
        });
        let way = if mark.id == "today" {
            String::new()
        } else {
            [".", mark.id].concat()
        };
        let name = ["total.", found.objective.id(), &way].concat();
        html! {
            <li key={mark.id} data-point={mark.id} data-value={point.objective.to_string()}>
                <svg class="map-key map-mark" data-mark={mark.id} viewBox="-12 -8 24 16" aria-hidden="true">
                    <path d={mark.shape.outline(5.5)} />
                </svg>
                <span><b>{ mark.name }</b>{ " " }{ opens_cell(&name, said) }</span>
            </li>
        }
    });
    let lines = [
        ("map-equal", "", texts.equal),
        ("map-like", "today", texts.like_today),
        ("map-like", "fix", texts.like_fix),
        ("map-like", "leads", texts.like_leads),
    ];
    // Without more leads that gain anything there is no such line.
    let equals = map.border().iter().filter(|point| point.is_equal).count();
    let drawn = lines.into_iter().skip(usize::from(equals < 2));
    let lines = drawn.map(|(class, like, name)| {
        html! {
            <li key={name}>
                <svg class="map-key" viewBox="-12 -8 24 16" aria-hidden="true">
                    <path {class} data-like={like} d="M-12 0H12" />
                </svg>
                <span>{ name }</span>
            </li>
        }
    });
    html! {
        <>
            <ul class="map-list map-points">{ for marks }</ul>
            <ul class="map-list map-lines">{ for lines }</ul>
        </>
    }
}

/// Every so many columns of the map are a row.
const EVERY: usize = 2;

fn table(words: Words, found: &Found<LeadRateMap>) -> Html {
    let map = &found.value;
    let texts = &words.explorer().map;
    let rows = map.equal.iter().step_by(EVERY).map(|(times, equal)| {
        let leads = words.units(times * map.leads_per_month);
        let (value, said) = match *equal {
            EqualConversion::At(conversion) => {
                let leads = Assumption::LeadsTimes(*times).text();
                let stage = Assumption::Raised(found.pair.stage, conversion).text();
                let name = ["headline@", &leads, "&", &stage].concat();
                let said = opens_cell(&name, words.percent(conversion));
                (Some(conversion.to_string()), said)
            }
            EqualConversion::LeadsGainNothing => (None, html! { { texts.gain_nothing } }),
            EqualConversion::Never => (None, html! { { texts.none } }),
        };
        html! {
            <tr role="row" key={times.to_string()}>
                <th role="rowheader" scope="row">{ leads }</th>
                <td role="cell">{ words.units((times - 1.0) * map.leads_per_month) }</td>
                <td role="cell" data-value={value}>{ said }</td>
            </tr>
        }
    });
    let heads = [
        words.texts().fields.leads_per_month,
        words.explorer().break_even.leads,
        texts.conversion,
    ];
    let heads =
        heads.map(|text| html! { <th role="columnheader" scope="col" key={text}>{ text }</th> });
    html! {
        <table role="table" class="map-table">
            <thead role="rowgroup"><tr role="row">{ for heads }</tr></thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}
