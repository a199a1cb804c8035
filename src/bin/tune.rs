//! tmp
use hashiya::{index::*, terms::*};
use std::{collections::HashMap, path::Path, time::Instant};
fn main() {
    let lib = Path::new("/tmp/tune");
    std::fs::create_dir_all(lib).unwrap();
    let docs: Vec<serde_json::Value> = std::fs::read_to_string("/tmp/ant.jsonl")
        .unwrap()
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    let minutes = |d: &serde_json::Value| {
        d["date"]
            .as_str()
            .and_then(|t| t.parse::<hashiya::article::Date>().ok())
            .map(|d| d.minutes())
    };
    let text = |d: &serde_json::Value| {
        format!(
            "{}\n{}",
            d["title"].as_str().unwrap_or(""),
            d["body"].as_str().unwrap_or("")
        )
    };
    let mut index = match std::env::var("REUSE") {
        Ok(_) => Index::open(lib).unwrap().unwrap(),
        Err(_) => {
            let t = Instant::now();
            let mut index = Index::anew(lib).unwrap();
            index.sweep();
            let mut w = index.writer(2).unwrap();
            for (n, d) in docs.iter().enumerate() {
                let t = text(d);
                w.article(&Article {
                    id: d["id"].as_str().unwrap(),
                    row: n as i64,
                    title: d["title"].as_str().unwrap_or(""),
                    text: &t,
                    source: d["source"].as_str(),
                    minutes: minutes(d),
                })
                .unwrap();
            }
            w.commit(&Stand {
                nonce: "x".into(),
                articles: 1,
                coding: 0,
            })
            .unwrap();
            w.end().unwrap();
            println!("built in {:?} {} bytes", t.elapsed(), index.bytes());
            index
        }
    };
    index.refresh().unwrap();
    let ids: HashMap<&str, usize> = docs
        .iter()
        .enumerate()
        .map(|(n, d)| (d["id"].as_str().unwrap(), n))
        .collect();
    let mut rel: HashMap<String, HashMap<String, i32>> = HashMap::new();
    for l in std::fs::read_to_string("/work/shared/retrieval/dev/related.qrels")
        .unwrap()
        .lines()
    {
        let f: Vec<&str> = l.split_whitespace().collect();
        rel.entry(f[0].into())
            .or_default()
            .insert(f[2].into(), f[3].parse().unwrap());
    }
    let (mut nd, mut mrr, mut rec, mut prec, mut rr) = (vec![], vec![], vec![], vec![], vec![]);
    let mut times = vec![];
    let mut analyser = Analyser::default();
    let gain = |g: i32| match g {
        2 => 3.0,
        1 => 1.0,
        _ => 0.0f64,
    };
    let mut sizes = vec![];
    for q in std::fs::read_to_string("/work/shared/retrieval/dev/related.queries")
        .unwrap()
        .lines()
    {
        let q = q.trim();
        let Some(&n) = ids.get(q) else {
            println!("missing {q}");
            continue;
        };
        let d = &docs[n];
        let r = &rel[q];
        let body = text(d);
        let t = Instant::now();
        let counts = Counts::of(d["title"].as_str().unwrap_or(""), &body, &mut analyser);
        let subject = Subject {
            counts: &counts,
            minutes: minutes(d),
            articles: docs.len() as u32,
        };
        let sieve = Sieve {
            without: [n as i64].into(),
            ..Sieve::default()
        };
        let all = index
            .related(
                &subject,
                &sieve,
                Wanted {
                    count: 10,
                    floor: 0.0,
                },
            )
            .unwrap();
        times.push(t.elapsed());
        let every: Vec<&str> = all
            .iter()
            .map(|a| docs[a.row as usize]["id"].as_str().unwrap())
            .collect();
        let some: Vec<&str> = all
            .iter()
            .filter(|a| {
                a.share
                    >= std::env::var("FLOOR")
                        .ok()
                        .and_then(|f| f.parse().ok())
                        .unwrap_or(0.15f32)
            })
            .map(|a| docs[a.row as usize]["id"].as_str().unwrap())
            .collect();
        let same: Vec<&String> = r.iter().filter(|(_, g)| **g == 2).map(|(d, _)| d).collect();
        let g = |d: &str| r.get(d).copied().unwrap_or(0);
        if !some.is_empty() {
            prec.push(some.iter().filter(|d| g(d) > 0).count() as f64 / some.len() as f64);
        }
        sizes.push(some.len() as f64);
        if !same.is_empty() {
            rr.push(
                same.iter().filter(|d| some.contains(&d.as_str())).count() as f64
                    / same.len().min(10) as f64,
            );
        }
        if !r.values().any(|g| *g > 0) {
            continue;
        }
        let mut best: Vec<f64> = r.values().map(|g| gain(*g)).collect();
        best.sort_by(|a, b| b.total_cmp(a));
        let dcg = |v: Vec<f64>| {
            v.iter()
                .take(10)
                .enumerate()
                .map(|(k, g)| g / ((k + 2) as f64).log2())
                .sum::<f64>()
        };
        nd.push(dcg(every.iter().map(|d| gain(g(d))).collect()) / dcg(best));
        if !same.is_empty() {
            rec.push(
                same.iter().filter(|d| every.contains(&d.as_str())).count() as f64
                    / same.len().min(10) as f64,
            );
            mrr.push(
                every
                    .iter()
                    .position(|d| same.iter().any(|s| s == d))
                    .map_or(0.0, |k| 1.0 / (k + 1) as f64),
            );
        }
    }
    let m = |v: &Vec<f64>| v.iter().sum::<f64>() / v.len() as f64;
    times.sort();
    println!(
        "ndcg {:.3} mrr {:.3} rec {:.3} | n {:.1} prec {:.3} rec {:.3} | p50 {:?} max {:?}",
        m(&nd),
        m(&mrr),
        m(&rec),
        m(&sizes),
        m(&prec),
        m(&rr),
        times[times.len() / 2],
        times.last()
    );
}
