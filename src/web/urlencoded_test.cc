#include <gtest/gtest.h>

#include "web/form.h"

namespace web {
namespace {

TEST(Urlencoded, KeepsNamesAndValuesInOrder) {
  const auto fields = parse_urlencoded("a=1&b=2&a=3");
  ASSERT_TRUE(fields);
  EXPECT_EQ(fields->items().size(), 3U);
  EXPECT_EQ(fields->get("a"), "1");
  EXPECT_EQ(fields->all("a"), (std::vector<std::string_view>{"1", "3"}));
  EXPECT_FALSE(fields->has("c"));
  EXPECT_EQ(fields->get("c"), "");
}

TEST(Urlencoded, DecodesPlusAndPercentInNamesAndValues) {
  const auto fields = parse_urlencoded("first+name=Si%C3%A2n+O%27Neil&100%25=a%2Bb");
  ASSERT_TRUE(fields);
  EXPECT_EQ(fields->get("first name"), "Siân O'Neil");
  EXPECT_EQ(fields->get("100%"), "a+b");
}

TEST(Urlencoded, TakesFieldsWithoutValueAndEmptyPairs) {
  const auto fields = parse_urlencoded("&a&b=&&c=d=e&");
  ASSERT_TRUE(fields);
  EXPECT_EQ(fields->items().size(), 3U);
  EXPECT_TRUE(fields->has("a"));
  EXPECT_EQ(fields->get("b"), "");
  EXPECT_EQ(fields->get("c"), "d=e");
}

TEST(Urlencoded, LetsControlCharactersPassThatWordProcessorsPaste) {
  EXPECT_EQ(parse_urlencoded("a=one%0Btwo%0D%0Athree")->get("a"), "one\vtwo\r\nthree");
}

TEST(Urlencoded, RefusesMalformedEscapes) {
  for (const auto* body : {"a=%", "a=%4", "a=%zz", "%=1", "a=1&b=%G0", "a=%4%31"}) {
    EXPECT_FALSE(parse_urlencoded(body)) << body;
  }
}

TEST(Urlencoded, RefusesWhatIsNotUtf8) {
  for (const auto* body : {"a=%FF", "a=%C3", "a=%C0%AF", "a=%ED%A0%80", "a=%F4%90%80%80", "%80=1", "a=%E4bc",
                           "a=%F5%80%80%80"}) {
    EXPECT_FALSE(parse_urlencoded(body)) << body;
  }
  EXPECT_TRUE(parse_urlencoded("a=%F0%9F%8E%93%E6%9D%8E%C5%81"));
}

TEST(Urlencoded, RefusesNul) {
  EXPECT_FALSE(parse_urlencoded("a=b%00c"));
  EXPECT_FALSE(parse_urlencoded(std::string_view("a=b\0c", 5)));
}

TEST(Urlencoded, RefusesMoreThanTwentyThousandFields) {
  std::string body;
  for (int i = 0; i < 20'000; ++i) body += "a=1&";
  EXPECT_TRUE(parse_urlencoded(body));
  EXPECT_FALSE(parse_urlencoded(body + "a=1"));
}

TEST(Fields, ReadsWholeNumbersWithinBoundsOnly) {
  const auto fields = *parse_urlencoded("a=12&b=-1&c=12x&d=&e=1000001&f=99999999999999999999&g=+7&h=%207");
  EXPECT_EQ(fields.number("a", 1), 12);
  for (const auto* name : {"b", "c", "d", "e", "f", "g", "h", "missing"})
    EXPECT_EQ(fields.number(name, 5), 5) << name;
  EXPECT_EQ(fields.number("a", 1, 11), 1);
}

}  // namespace
}  // namespace web
