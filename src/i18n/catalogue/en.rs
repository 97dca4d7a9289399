//! English.

use super::{
    Catalogue, ErrorTexts, FieldTexts, ForecastTexts, HeadlineTexts, NameTexts, PageTexts,
    RowTexts, TableTexts, WayTexts,
};

pub(super) static TEXTS: Catalogue = Catalogue {
    page: PageTexts {
        name: "Pipeline Lever",
        question: "Fix a stage, or buy more leads?",
        example: "Start from",
        changed: "Your numbers",
        undo: "Undo",
        redo: "Redo",
        language: "Language",
        copy_link: "Copy link",
        link_copied: "The link is copied. It holds all your numbers.",
        link_by_hand: "Copy this link",
        close: "Close",
        broken_link: "This link is damaged, so the page starts with an example.",
        newer_link: "This link comes from a newer version, so the page starts with an example.",
        last_valid: "One of the numbers cannot be used. The results are those of the last valid numbers.",
        private: "Everything is computed in your browser. Nothing is sent, nothing is stored.",
        broken_state: "What was saved cannot be opened, so the page starts with an example.",
        not_done: "That cannot be done here.",
    },
    names: NameTexts {
        talk: "A leaking pipeline",
        talk_full: "A leaking pipeline, team full",
        firm: "A firm of few large deals",
        fast_cash: "Fast cash",
        slow_cash: "Slow cash",
        stale: "Leads that go stale",
        own: "My own numbers",
        channel: "Leads",
        lead: "Lead",
        qualified: "Qualified",
        proposal: "Proposal",
        negotiation: "Negotiation",
        commitment: "Commitment",
        in_pipeline: "In the pipeline",
        follow_up: "Follow-up",
        new_stage: "New stage",
        new_channel: "New channel",
    },
    headline: HeadlineTexts {
        as_many_leads: |raise, leads, worth| {
            format!(
                "Raising {} from {} to {} brings as much as {leads} more leads a month; it is worth up to {worth} a month.",
                raise.stage, raise.from, raise.to
            )
        },
        more_than_leads: |raise, leads, worth| {
            format!(
                "Raising {} from {} to {} brings more than {leads} more leads a month; it is worth up to {worth} a month.",
                raise.stage, raise.from, raise.to
            )
        },
        no_leads: |raise, worth| {
            format!(
                "Raising {} from {} to {} does what no number of leads can; it is worth up to {worth} a month.",
                raise.stage, raise.from, raise.to
            )
        },
        because_full: |stage, limit| format!("{stage} is full at {limit} a month."),
        against: |leads, won, raise, fixed| {
            format!(
                "With {leads} leads a month {won} are won; with {} → {}, {fixed}.",
                raise.from, raise.to
            )
        },
        leads_hurt: |stage| {
            format!("More leads win less here: they wait for {stage} and go stale.")
        },
        newest_first: |new, now| {
            format!("Worked newest first, {new} a month would be won instead of {now}.")
        },
        leads_win: |leads, raise, by| {
            format!(
                "Buy the leads: {leads} more a month bring more than raising {} from {} to {}, by {by} a month.",
                raise.stage, raise.from, raise.to
            )
        },
        tie: |leads, raise| {
            format!(
                "A tie: {leads} more leads a month bring the same as raising {} from {} to {}.",
                raise.stage, raise.from, raise.to
            )
        },
        tie_prices: |cost, worth| {
            format!("The leads cost {cost} a month; the better conversion is worth up to {worth}.")
        },
        fix_sure: |leads, share, trials| {
            format!("It beats {leads} more leads a month in {share} of {trials} simulated runs.")
        },
        leads_sure: |share, trials| {
            format!("They beat the better stage in {share} of {trials} simulated runs.")
        },
        optimist: |mean, expected| {
            format!(
                "Near a full stage chance costs wins: {mean} a month on average, {expected} without chance."
            )
        },
        neither: |leads, raise| {
            format!(
                "Neither helps: not {leads} more leads a month, and not raising {} from {} to {}.",
                raise.stage, raise.from, raise.to
            )
        },
    },
    ways: WayTexts {
        title: "Two ways",
        fix: "Fix a stage",
        leads: "Add leads",
        stage: "Stage",
        target: "Raise conversion to",
        extra_leads: "Extra leads a month",
        won: "Won a month",
        revenue: "Revenue a month",
        cost: "Cost a month",
        first_effect: "First effect",
        as_many: |leads, cost| format!("As much as {leads} extra leads a month, which cost {cost}"),
        none_as_many: "No number of extra leads does the same",
        no_effect: "none in this time",
        more: |difference| format!("{difference} more than today"),
        less: |difference| format!("{difference} less than today"),
        same: "as today",
        compare_by: "Compare by",
        objectives: ["Deals won", "Bookings", "Cash", "Profit", "Value"],
        wins: "Better way",
        tie: "A tie",
        neither: "Brings nothing",
        choose: "Choose for me",
    },
    rows: RowTexts {
        title: "Your pipeline",
        average: |months| format!("Average month. Months simulated: {months}"),
        lost: |lost, share| format!("Lost: {lost} ({share})"),
        waiting: |units| format!("Waiting at the end: {units}"),
        over_capacity: "More arrive than can start. The line begins empty.",
        won: "Won",
        won_value: |value| format!("Worth: {value}"),
        leads_cost: |cost| format!("Together: {cost} a month"),
        more_stage: "Days, limit, waiting",
        more_channel: "Growth, quality, costs",
        more_deal: "Margin, billing, months",
        move_up: "Move up",
        move_down: "Move down",
        remove: "Remove",
        add_stage: "Add a stage",
        add_channel: "Add a channel",
        curve: |objective, low, high| format!("{objective} over this range: {low} to {high}"),
        off: "Empty: off",
    },
    fields: FieldTexts {
        leads_per_month: "Leads a month",
        cost_per_lead: "Price per lead",
        conversion: "Conversion",
        deal_size: "Deal size",
        price_of_month: "Price of one month",
        months: "Months simulated",
        growth: "Growth a month",
        quality: "Quality (1 is normal)",
        fixed_cost: "Fixed cost a month",
        price_elasticity: "Extra leads get dearer (elasticity)",
        quality_elasticity: "Extra leads get poorer (elasticity)",
        days: "Days in the stage",
        days_variation: "Spread of days (0 is exact)",
        lost_days: "Days until lost",
        lost_days_variation: "Spread of days until lost",
        capacity: "Limit: starts a month",
        patience: "Days until half have gone cold",
        stale: "Days until half as good",
        stale_floor: "Least share kept when stale",
        discard: "Thrown away after days",
        cost_per_unit: "Cost of each start",
        target: "Reachable conversion",
        open: "There on the first day",
        size_variation: "Spread of deal sizes",
        margin: "Gross margin",
        upfront: "Share invoiced upfront",
        onboarding: "Days to the first invoice",
        delivery: "Days from first to second invoice",
        payment: "Days from invoice to cash",
        contract_months: "Months of contract",
        churn: "Churn a month",
        expansion: "Expansion a month",
        cost_to_serve: "Cost to serve a month",
        open_customers: "Customers on the first day",
        name: "Name",
        title: "Name of the pipeline",
        order: "Who is next",
        oldest_first: "Oldest first",
        newest_first: "Newest first",
        billing: "Payment",
        one_off: "Once per deal",
        recurring: "Every month",
        opening: "At the start",
        steady: "In full swing",
        empty: "Empty",
        counts: "As counted",
        start: "First month (YYYY-MM)",
        currency: "Currency",
    },
    errors: ErrorTexts {
        empty: "Please type a number.",
        not_a_number: "This is not a number.",
        grouping: "The points and commas are unclear.",
        ambiguous: "Unclear: thousand or billion?",
        too_large: "This number is too large.",
        between: |min, max| format!("Allowed: {min} to {max}."),
        above: |min, max| format!("Allowed: above {min}, up to {max}."),
        whole: |min, max| format!("Allowed: whole numbers, {min} to {max}."),
        perhaps_percent: |read, meant| format!("Read as {read}. Did you mean {meant}?"),
        read_as: |value| format!("= {value}"),
        name: "At most 200 characters.",
        month: "A month such as 2026-01.",
    },
    forecast: ForecastTexts {
        title: "How it may go",
        ends: |low, high| format!("8 of 10 simulated runs end between {low} and {high}."),
        period: "Period",
        below: "1 in 10 below",
        median: "Median",
        above: "1 in 10 above",
        mean: "Mean",
        as_table: "Show as table",
        target: "Target",
        reached: |share| format!("Reached in {share} of the simulated runs."),
        trials: "Simulated runs",
        seed: "Seed of chance",
        playing: |played, wanted| format!("Simulated: {played} of {wanted}."),
    },
    table: TableTexts {
        title: "The numbers behind",
        over: |months| format!("Sums over the months simulated: {months}"),
        today: "Today",
        leads: "Leads",
        won: "Deals won",
        bookings: "Bookings",
        cash: "Cash",
        cost: "Cost",
        profit: "Profit",
        value: "Value",
        conversion: "Conversion, lead to won",
        cycle: "Sales cycle",
        time_to_revenue: "Time to first cash",
        cost_per_lead: "Cost per lead",
        cost_per_client: "Cost per client",
        programme_share: "Programme share of bookings",
        lifetime_value: "Lifetime value of a client",
        retention: "Net revenue retention a year",
    },
};
