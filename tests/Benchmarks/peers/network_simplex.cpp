// The same allotment by LEMON's NetworkSimplex: reads an instance (see AllotInstance.cs) and prints, on one line, how many are matched, their total
// fit in thousandths, the seconds of building the graph and of the run alone, and the peak memory of this process in KiB.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>

using lemon::SmartDigraph;
using Clock = std::chrono::steady_clock;

static std::vector<int32_t> read(FILE *file, size_t count) {
  std::vector<int32_t> numbers(count);
  if (fread(numbers.data(), sizeof(int32_t), count, file) != count) throw "the file ends early";
  return numbers;
}

static double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

static long peakKiB() {
  char line[256];
  long peak = 0;
  FILE *status = fopen("/proc/self/status", "r");
  while (fgets(line, sizeof line, status))
    if (strncmp(line, "VmHWM:", 6) == 0) sscanf(line + 6, "%ld", &peak);
  fclose(status);
  return peak;
}

int main(int, char **argv) {
  FILE *file = fopen(argv[1], "rb");
  const auto head = read(file, 4); // newcomers, mentors, pairs, 1 if everyone can be served
  const int newcomers = head[0], mentors = head[1], pairs = head[2];
  auto start = read(file, newcomers + 1);
  auto mentor = read(file, pairs);
  auto fit = read(file, pairs);
  auto places = read(file, mentors);
  fclose(file);

  const auto building = Clock::now();
  const int worst = 1000, nobody = worst * newcomers + 1; // no gain in fit makes up for one person left out
  SmartDigraph graph;
  graph.reserveNode(newcomers + mentors + 1);
  graph.reserveArc(pairs + mentors + newcomers);
  for (int node = 0; node < newcomers + mentors + 1; ++node) graph.addNode();
  const auto sink = graph.nodeFromId(newcomers + mentors);
  for (int i = 0; i < newcomers; ++i)
    for (int at = start[i]; at < start[i + 1]; ++at) graph.addArc(graph.nodeFromId(i), graph.nodeFromId(newcomers + mentor[at]));
  for (int j = 0; j < mentors; ++j) graph.addArc(graph.nodeFromId(newcomers + j), sink);
  if (!head[3])
    for (int i = 0; i < newcomers; ++i) graph.addArc(graph.nodeFromId(i), sink);

  SmartDigraph::ArcMap<int> cost(graph, 0), upper(graph, 1);
  SmartDigraph::NodeMap<int> supply(graph, 0);
  for (int at = 0; at < pairs; ++at) cost[graph.arcFromId(at)] = worst - fit[at];
  for (int j = 0; j < mentors; ++j) upper[graph.arcFromId(pairs + j)] = places[j];
  for (int at = pairs + mentors; at < graph.arcNum(); ++at) cost[graph.arcFromId(at)] = nobody;
  for (int i = 0; i < newcomers; ++i) supply[graph.nodeFromId(i)] = 1;
  supply[sink] = -newcomers;
  std::vector<int32_t>().swap(mentor); // the graph has its own
  const double built = since(building);

  const auto running = Clock::now();
  lemon::NetworkSimplex<SmartDigraph, int, int> simplex(graph);
  simplex.upperMap(upper).costMap(cost).supplyMap(supply);
  if (simplex.run() != simplex.OPTIMAL) return 1;
  const double run = since(running);

  long people = 0, total = 0;
  for (int at = 0; at < pairs; ++at)
    if (simplex.flow(graph.arcFromId(at)) == 1) people += 1, total += fit[at];
  printf("%ld %ld %.6f %.6f %ld\n", people, total, built, run, peakKiB());
}
