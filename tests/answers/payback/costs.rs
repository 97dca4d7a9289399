//! Whatever a change costs is paid back, whoever it is paid to.

use pipeline_lever::insights::Repaid;
use pipeline_lever::model::{Change, Lever, Number};

use super::{all_close, better, even, of, profits};
use crate::support::close;

#[test]
fn what_more_leads_cost_on_their_way_is_paid_back_as_well() {
    // Half as many leads again: 50 a month at 2, and 1 for each that is worked on. 10 wins bring 1,000, of which half
    // is left: 350 a month after 100 + 50, and 700 once are the change's own.
    let mut dear = even();
    dear.channels[0].cost_per_lead = Number::nearest(2.0);
    dear.stages[0].cost_per_unit = Number::nearest(1.0);
    let change = Change::Leads {
        channel: 0,
        times: Number::nearest(1.5),
        quality: None,
        cost_per_lead: None,
    };
    let more = Lever {
        one_off_cost: Number::nearest(700.0),
        ..change.at_once()
    };
    let found = of(&dear, &[more]);
    all_close(
        &profits(&found),
        &[-350.0, 0.0, 350.0, 700.0, 1050.0, 1400.0],
    );
    assert_eq!(found.repaid, Repaid::In(1));
    close(found.own_costs, 700.0, 1e-9);
    let most = found.may_cost.expect("it brings something back");
    close(most.per_month, 350.0, 1e-9);
    close(most.once, 2100.0, 1e-9);
    // By cash 1,000 come in the first month, more than the 850 that go out.
    let cash = found.months.first().map(|month| month.cumulated_cash);
    close(cash.unwrap_or_default(), 150.0, 1e-9);
    assert_eq!((found.peak_cash_need, found.peak_month), (0.0, None));
}

#[test]
fn ahead_for_a_while_is_not_paid_back() {
    // 500 a month come back for 100; from March on the second change costs 1,000 a month more and brings nothing.
    let free = better(0.0, 100.0, 0.0, 0.0);
    let burden = Lever {
        cost_per_month: Number::nearest(1000.0),
        start_month: Number::nearest(2.0),
        ..Change::Days {
            stage: 0,
            times: Number::nearest(1.0),
        }
        .at_once()
    };
    let found = of(&even(), &[free, burden]);
    all_close(
        &profits(&found),
        &[400.0, 800.0, 200.0, -400.0, -1000.0, -1600.0],
    );
    assert_eq!(found.repaid, Repaid::Never);
}
